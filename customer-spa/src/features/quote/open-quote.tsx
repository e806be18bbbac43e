import { choiceProblem } from '@countersign/api/domain/options';
import { lazy, Suspense } from 'react';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { Folded } from './changes.tsx';
import { LineTable } from './line-table.tsx';
import { OptionSection } from './option-section.tsx';
import { PriceTotal } from './price-total.tsx';
import { QuoteHead } from './quote-head.tsx';
import { priceWith, stageAmounts } from './quote-price.ts';
import { Scope, Terms } from './scope-and-terms.tsx';
import { StageTable } from './stage-table.tsx';
import { TotalBar } from './total-bar.tsx';
import { useChoices } from './use-choices.ts';
import { useViewing } from './viewing.ts';

// reading comes first; what answers the quote is there long before its turn
const Answers = lazy(async () => ({ default: (await import('./answers.tsx')).Answers }));

type Props = { quote: Quote_AllFragment; onSigned: (quote: Quote_AllFragment) => void; onStale: () => void };

export function OpenQuote({ quote, onSigned, onStale }: Props) {
  const { preview } = useViewing();
  // the last part of a number counts the versions, and what was chosen in one goes on in the next
  const choosing = useChoices(quote, preview ?? quote.number.replace(/-\d+$/, ''));
  const { choices } = choosing;
  const price = priceWith(quote, choices);
  const problem = choiceProblem(quote, choices);
  return (
    <>
      <div className="reading">
        <div className="document">
          <QuoteHead quote={quote} price={price} />
          <Folded changes={quote.changes} />
          <Scope quote={quote} />
          <LineTable quote={quote} />
          <OptionSection quote={quote} choosing={choosing} />
          <PriceTotal quote={quote} price={price} />
          <StageTable
            quote={quote}
            amounts={stageAmounts(quote, price.totals)}
            note="Confirmed when you sign."
          />
          <Terms quote={quote} />
        </div>
        <TotalBar quote={quote} price={price} problem={problem} />
      </div>
      <Suspense fallback={<div className="sign to-come" />}>
        <Answers {...{ quote, choices, price, problem, onSigned, onStale }} />
      </Suspense>
    </>
  );
}
