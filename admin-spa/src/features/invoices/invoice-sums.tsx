import { graphql } from '../../gql/gql.ts';
import type { InvoiceSumsFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import type { Money } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import styles from './invoice.module.css';

graphql(`
  fragment InvoiceSums on Invoice {
    number
    totals {
      gross {
        amount
        currency
      }
    }
    paid {
      amount
      currency
    }
    credited {
      amount
      currency
    }
    writtenOff {
      amount
      currency
    }
    balance {
      amount
      currency
    }
    customerCredit {
      amount
      currency
    }
  }
`);

/** How what is left comes about; what did not happen is left out. */
export function InvoiceSums({ invoice }: { invoice: InvoiceSumsFragment }) {
  if (invoice.number === null) return null;
  const less: readonly [label: string, amount: Money][] = [
    ['Paid', invoice.paid],
    ['Credited', invoice.credited],
    ['Written off', invoice.writtenOff],
  ];
  return (
    <Panel title="Balance">
      <dl className={styles.sums}>
        <div>
          <dt>Amount</dt>
          <dd>
            <Amount of={invoice.totals.gross} />
          </dd>
        </div>
        {less
          .filter(([label, { amount }]) => amount !== 0 || label === 'Paid')
          .map(([label, money]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {money.amount !== 0 && '−'}
                <Amount of={money} />
              </dd>
            </div>
          ))}
        <div data-total>
          <dt>Left to pay</dt>
          <dd>
            <Amount of={invoice.balance} />
          </dd>
        </div>
      </dl>
      {invoice.customerCredit.amount > 0 && (
        <p className={styles.hint}>
          The customer has <Amount of={invoice.customerCredit} /> to their credit.
        </p>
      )}
    </Panel>
  );
}
