import { lazy, Suspense, useState } from 'react';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { ContactLinks } from '../../ui/page.tsx';
import { TotalsTable } from '../../ui/totals-table.tsx';
import { QuoteHead } from './quote-head.tsx';
import { LineTable } from './line-table.tsx';
import { OptionChoice } from './option-choice.tsx';
import { inCurrency, stageAmounts, totalsWith } from './quote-totals.ts';
import { Scope, Terms } from './scope-and-terms.tsx';
import { StageTable } from './stage-table.tsx';
import { TotalBar } from './total-bar.tsx';

// reading comes first; the form is there long before its turn
const SignForm = lazy(async () => ({ default: (await import('./sign-form.tsx')).SignForm }));

type Props = { quote: Quote_AllFragment; onSigned: (quote: Quote_AllFragment) => void; onStale: () => void };

export function OpenQuote({ quote, onSigned, onStale }: Props) {
  const [chosen, setChosen] = useState(() =>
    quote.options.filter((option) => option.preselected).map(({ id }) => id),
  );
  // a newer revision may have lost an option that is still ticked here
  const optionIds = quote.options.map(({ id }) => id).filter((id) => chosen.includes(id));
  const totals = totalsWith(quote, optionIds);
  const shown = inCurrency(totals, quote.currency);
  const toggle = (id: string) =>
    setChosen(optionIds.includes(id) ? optionIds.filter((other) => other !== id) : [...optionIds, id]);
  return (
    <>
      <div className="reading">
        <div className="document">
          <QuoteHead quote={quote} total={shown.gross} />
          <Scope quote={quote} />
          <LineTable quote={quote} />
          <OptionChoice quote={quote} optionIds={optionIds} onToggle={toggle} />
          <section aria-labelledby="total-title">
            <h2 id="total-title">Total</h2>
            <TotalsTable totals={shown} taxLabel={quote.company.taxLabel} />
          </section>
          <StageTable quote={quote} amounts={stageAmounts(quote, totals)} note="Confirmed when you sign." />
          <Terms quote={quote} />
          <p className="ask no-print">
            <strong>A question, or something to change?</strong> Write before you sign:{' '}
            <ContactLinks company={quote.company} subject={`Quote ${quote.number}`} />
          </p>
        </div>
        <TotalBar quote={quote} totals={shown} />
      </div>
      <Suspense fallback={<div className="sign to-come" />}>
        <SignForm
          quote={quote}
          optionIds={optionIds}
          total={shown.gross}
          onSigned={onSigned}
          onStale={onStale}
        />
      </Suspense>
    </>
  );
}
