import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/figures.tsx';
import { TotalsTable } from '../../ui/totals-table.tsx';
import { LineTable } from './line-table.tsx';
import { sentTotals, stageAmounts } from './quote-totals.ts';
import { Scope, Terms } from './scope-and-terms.tsx';
import { StageTable } from './stage-table.tsx';

/** What was agreed, with the figures of the acceptance: nothing is computed anew but the split into stages. */
export function Agreed({ quote }: { quote: Quote_AllFragment }) {
  const { acceptance } = quote;
  if (!acceptance) return null;
  const chosen = quote.options.filter(({ id }) => acceptance.optionIds.includes(id));
  return (
    <>
      <LineTable quote={quote} />
      <section aria-labelledby="chosen-title">
        <h2 id="chosen-title">Options you chose</h2>
        {chosen.length === 0 && <p>None.</p>}
        <dl className="totals">
          {chosen.map(({ id, title, price }) => (
            <div key={id}>
              <dt>{title}</dt>
              <dd>
                <Amount money={price} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="total-title">
        <h2 id="total-title">Total agreed</h2>
        <TotalsTable totals={acceptance.totals} taxLabel={quote.company.taxLabel} />
      </section>
      <StageTable
        quote={quote}
        amounts={stageAmounts(quote, sentTotals(acceptance.totals))}
        note="As agreed."
      />
      <Scope quote={quote} />
      <Terms quote={quote} />
    </>
  );
}
