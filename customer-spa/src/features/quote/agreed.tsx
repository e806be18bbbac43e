import { optionAmount } from '@countersign/api/domain/pricing';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { per } from '../../ui/billing-words.ts';
import { Amount } from '../../ui/figures.tsx';
import { sentTotals } from '../../ui/sent-totals.ts';
import { LineTable } from './line-table.tsx';
import { PriceTotal } from './price-total.tsx';
import { priceWith, stageAmounts } from './quote-price.ts';
import { Scope, Terms } from './scope-and-terms.tsx';
import { StageTable } from './stage-table.tsx';

/** What was agreed, with the figures of the acceptance: only the discount and the split into stages are worked out again. */
export function Agreed({ quote }: { quote: Quote_AllFragment }) {
  const { acceptance } = quote;
  if (!acceptance) return null;
  const totals = sentTotals(acceptance.totals);
  const recurring = acceptance.recurring.map((part) => ({
    billing: part.billing,
    totals: sentTotals(part.totals),
  }));
  return (
    <>
      <LineTable quote={quote} />
      {quote.options.length > 0 && <Chosen quote={quote} choices={acceptance.choices} />}
      <PriceTotal
        quote={quote}
        price={{ ...priceWith(quote, acceptance.choices), totals, recurring }}
        title="Total agreed"
      />
      <StageTable quote={quote} amounts={stageAmounts(quote, totals)} note="As agreed." />
      <Scope quote={quote} />
      <Terms quote={quote} />
    </>
  );
}

type Choices = NonNullable<Quote_AllFragment['acceptance']>['choices'];

function Chosen({ quote, choices }: { quote: Quote_AllFragment; choices: Choices }) {
  const chosen = quote.options.flatMap((option) => {
    const choice = choices.find(({ optionId }) => optionId === option.id);
    return choice ? [{ ...option, quantity: choice.quantity }] : [];
  });
  return (
    <section aria-labelledby="chosen-title">
      <h2 id="chosen-title">Options you chose</h2>
      {chosen.length === 0 && <p>None.</p>}
      <dl className="totals">
        {chosen.map(({ id, title, price, quantity, billing }) => (
          <div key={id}>
            <dt>
              {quantity > 1 && `${quantity} × `}
              {title}
            </dt>
            <dd>
              <Amount money={{ ...price, amount: optionAmount({ price: price.amount }, quantity) }} />{' '}
              {per[billing]}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
