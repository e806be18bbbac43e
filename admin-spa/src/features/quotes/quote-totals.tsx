import { graphql } from '../../gql/gql.ts';
import type { QuoteTotalsFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { useFormat } from '../../ui/format.ts';
import { TotalsTable } from '../../ui/totals.tsx';
import { billing as rhythm } from '../../ui/words.ts';
import styles from './quote-content.module.css';

graphql(`
  fragment QuoteTotals on Quote {
    status
    effectiveDate
    discount {
      percent
    }
    subtotal {
      amount
      currency
    }
    discountTotal {
      amount
      currency
    }
    totals {
      ...TotalsFigures
    }
    recurring {
      billing
      totals {
        ...TotalsFigures
      }
    }
    margin {
      cost {
        amount
        currency
      }
      profit {
        amount
        currency
      }
      rate
    }
  }
  fragment TotalsFigures on Totals {
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

/** What is charged once, what recurs, and for staff what it earns. */
export function QuoteTotals({ quote }: { quote: QuoteTotalsFragment }) {
  const reduced = quote.discount && { subtotal: quote.subtotal, discount: quote.discountTotal };
  return (
    <div className={styles.totals}>
      <TotalsTable
        totals={quote.totals}
        reduced={reduced}
        label={quote.status === 'ACCEPTED' ? 'Total' : 'Total as preselected'}
      />
      {quote.recurring.map(({ billing, totals }) => (
        <div key={billing} className={styles.recurring}>
          <h3>
            {rhythm[billing]}
            {quote.effectiveDate && (
              <span className="dim">
                {' from '}
                <Day on={quote.effectiveDate} />
              </span>
            )}
          </h3>
          <TotalsTable totals={totals} label={rhythm[billing]} />
        </div>
      ))}
      {quote.margin && <Margin margin={quote.margin} />}
    </div>
  );
}

function Margin({ margin }: { margin: NonNullable<QuoteTotalsFragment['margin']> }) {
  const format = useFormat();
  return (
    <p className={`dim ${styles.margin}`}>
      Only you see this: costs <Amount of={margin.cost} />, earns <Amount of={margin.profit} /> (
      {format.share(margin.rate)}).
    </p>
  );
}
