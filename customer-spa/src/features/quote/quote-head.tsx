import { useState } from 'react';
import type { Money } from '@countersign/api/domain/money';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { dayText, todayIn, validWords, zoneText } from '../../ui/day.ts';
import { Amount } from '../../ui/figures.tsx';
import { locale } from '../../ui/locale.ts';
import { Title } from '../../ui/title.tsx';

/** From whom, what, how much, until when. */
export function QuoteHead({ quote, total }: { quote: Quote_AllFragment; total: Money }) {
  return (
    <header className="head">
      <p className="eyebrow">Quote {quote.number}</p>
      <Title tab={`${quote.title} – ${quote.company.name}`}>{quote.title}</Title>
      <p className="lead">
        {quote.company.name} offers this to {quote.customerName}.
      </p>
      <dl className="facts">
        <div>
          <dt>Total, {quote.company.taxLabel || 'tax'} included</dt>
          <dd className="big">
            <Amount money={total} />
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
