import type { CurrencyCode, MinorUnits } from '@countersign/api/domain/money';
import type { Totals } from '@countersign/api/domain/pricing';
import type { ReactNode } from 'react';
import { graphql } from '../gql/gql.ts';
import { Amount } from './figures.tsx';
import { capital, taxWords } from './tax-words.ts';

graphql(`
  fragment Totals_All on Totals {
    net {
      amount
      currency
    }
    tax {
      amount
      currency
    }
    gross {
      amount
      currency
    }
    taxes {
      treatment
      rate
      net {
        amount
        currency
      }
      tax {
        amount
        currency
      }
    }
  }
`);

type Props = {
  totals: Totals;
  currency: CurrencyCode;
  taxLabel: string;
  total?: ReactNode;
  children?: ReactNode;
};

/** The sum without tax, the tax per treatment and rate, and what is to be paid. `children` are rows that come before. */
export function TotalsTable({ totals, currency, taxLabel, total = 'Total', children }: Props) {
  const { taxes } = totals;
  return (
    <dl className="totals">
      {children}
      <TotalsRow label={`Without ${taxLabel || 'tax'}`} amount={totals.net} currency={currency} />
      {taxes.map(({ treatment, rate, net, tax }) => (
        <TotalsRow
          key={treatment + rate}
          label={capital(taxWords(taxLabel, { taxTreatment: treatment, taxRate: rate }))}
          amount={tax}
          currency={currency}
          {...(taxes.length > 1 ? { on: net } : {})}
        />
      ))}
      <TotalsRow label={total} amount={totals.gross} currency={currency} isTotal />
    </dl>
  );
}

type RowProps = {
  label: ReactNode;
  amount: MinorUnits;
  currency: CurrencyCode;
  on?: MinorUnits;
  isTotal?: boolean;
};

export function TotalsRow({ label, amount, currency, on, isTotal }: RowProps) {
  return (
    <div className={isTotal ? 'sum' : undefined}>
      <dt>
        {label}
        {on !== undefined && (
          <span className="fine">
            {' '}
            on <Amount money={{ amount: on, currency }} />
          </span>
        )}
      </dt>
      <dd>
        <Amount money={{ amount, currency }} />
      </dd>
    </div>
  );
}
