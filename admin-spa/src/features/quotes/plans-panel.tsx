import { graphql } from '../../gql/gql.ts';
import type { QuotePlansFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/page.tsx';
import { billing as rhythm } from '../../ui/words.ts';

graphql(`
  fragment QuotePlans on Quote {
    plans {
      id
      billing
      startsOn
      totals {
        gross {
          amount
          currency
        }
      }
    }
  }
`);

/** What recurs since the acceptance. */
export function PlansPanel({ plans }: QuotePlansFragment) {
  if (plans.length === 0) return null;
  return (
    <Panel title="Recurring charges">
      <Facts
        of={plans.map((plan) => [
          rhythm[plan.billing],
          <>
            <Amount of={plan.totals.gross} /> from <Day on={plan.startsOn} />
          </>,
        ])}
      />
    </Panel>
  );
}
