import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { dayText, zoneText } from '../../ui/day.ts';
import { locale } from '../../ui/locale.ts';
import { ContactLinks } from '../../ui/page.tsx';
import { Title } from '../../ui/title.tsx';

/** Expired or taken back: what happened, and whom to ask. */
export function ClosedQuote({ quote }: { quote: Quote_AllFragment }) {
  const isExpired = quote.status === 'EXPIRED';
  return (
    <div className="closed">
      <p className="eyebrow">Quote {quote.number}</p>
      <Title>{isExpired ? 'This quote has expired' : 'This quote was withdrawn'}</Title>
      <p className="lead">{quote.title}</p>
      {isExpired ? (
        <p>
          Its last day was {dayText(quote.validUntil, locale)} ({zoneText(quote.timeZone)}).{' '}
          {quote.company.name} can send you a fresh one.
        </p>
      ) : (
        <p>
          {quote.company.name} has taken it back, so it cannot be signed. A newer quote may be in your
          mailbox.
        </p>
      )}
      <p className="ask">
        <strong>Still interested?</strong>{' '}
        <ContactLinks company={quote.company} subject={`Quote ${quote.number}`} />
      </p>
    </div>
  );
}
