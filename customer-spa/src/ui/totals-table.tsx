import type { Money } from '@countersign/api/domain/money';
import { graphql } from '../gql/gql.ts';
import type { Totals_AllFragment } from '../gql/graphql.ts';
import { Amount, rateText } from './figures.tsx';

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

type Props = { totals: Totals_AllFragment; taxLabel: string; total?: string };

/** The sum without tax, the tax per rate, and what is to be paid. */
export function TotalsTable({ totals, taxLabel, total = 'Total' }: Props) {
  return (
    <dl className="totals">
      <Row label={`Without ${taxLabel || 'tax'}`} money={totals.net} />
      {totals.taxes.map(({ rate, net, tax }) => (
        <Row
          key={rate}
          label={taxText(taxLabel, rate)}
          money={tax}
          {...(totals.taxes.length > 1 ? { on: net } : {})}
        />
      ))}
      <Row label={total} money={totals.gross} isTotal />
    </dl>
  );
}

const taxText = (taxLabel: string, rate: number): string => `${taxLabel || 'Tax'} ${rateText(rate)}`;

function Row({ label, money, on, isTotal }: { label: string; money: Money; on?: Money; isTotal?: boolean }) {
  return (
    <div className={isTotal ? 'sum' : undefined}>
      <dt>
        {label}
        {on && (
          <span className="fine">
            {' '}
            on <Amount money={on} />
          </span>
        )}
      </dt>
      <dd>
        <Amount money={money} />
      </dd>
    </div>
  );
}
