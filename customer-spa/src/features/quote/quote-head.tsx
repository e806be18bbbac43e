import { useState } from 'react';
import type { QuotePrice } from '@countersign/api/domain/pricing';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { dayText, todayIn, validWords, zoneText } from '../../ui/day.ts';
import { locale } from '../../ui/locale.ts';
import { Title } from '../../ui/title.tsx';
import { MainAmount, ThenAmounts } from './recurring-words.tsx';

/** From whom, what, how much, until when. */
export function QuoteHead({ quote, price }: { quote: Quote_AllFragment; price: QuotePrice }) {
  return (
    <header className="head">
      <p className="eyebrow">{quote.number ? `Quote ${quote.number}` : 'Draft of a quote'}</p>
      <Title tab={`${quote.title} – ${quote.company.name}`}>{quote.title}</Title>
      <p className="lead">
        {quote.company.name} offers this to {quote.customerName}.
      </p>
      <dl className="facts">
        <div>
          <dt>Total, {quote.company.taxLabel || 'tax'} included</dt>
          <dd className="big">
            <MainAmount quote={quote} price={price} />
          </dd>
          <dd>
            <ThenAmounts quote={quote} price={price} />
          </dd>
        </div>
        <div>
          <dt>Open until</dt>
          <dd>
            <LastDay quote={quote} />
          </dd>
        </div>
      </dl>
    </header>
  );
}

/** The last valid day ends in the company's zone, which need not be the reader's. */
export function LastDay({ quote }: { quote: Pick<Quote_AllFragment, 'validUntil' | 'timeZone'> }) {
  const [today] = useState(() => todayIn(quote.timeZone, new Date()));
  const words = validWords(quote.validUntil, today);
  return (
    <>
      {dayText(quote.validUntil, locale)}
      <span className="fine under">
        23:59 {zoneText(quote.timeZone)}, {words}
      </span>
    </>
  );
}
