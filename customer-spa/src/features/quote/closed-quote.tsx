import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { hrefOf } from '../../link.ts';
import { Title } from '../../ui/title.tsx';
import { closedWords } from './closed-words.ts';
import { FreshQuote } from './fresh-quote.tsx';
import { LineTable } from './line-table.tsx';
import { Messages } from './messages.tsx';
import { NewerVersion } from './newer-version.tsx';
import { Scope } from './scope-and-terms.tsx';
import { useViewing } from './viewing.ts';

/** Expired, declined, replaced or taken back: what happened, and the one thing to do now. */
export function ClosedQuote({ quote }: { quote: Quote_AllFragment }) {
  const { title, text } = closedWords(quote);
  const { status, newerNumber, company } = quote;
  const { preview } = useViewing();
  return (
    <div className="closed">
      <p className="eyebrow">Quote {quote.number}</p>
      <Title>{title}</Title>
      <p className="lead">{quote.title}</p>
      <p>{text}</p>
      {newerNumber && preview === null && <NewerVersion number={newerNumber} />}
      {status !== 'SUPERSEDED' && <FreshQuote quote={quote} />}
      <Messages messages={quote.messages} company={company.name} />
      {status !== 'CANCELED' && (
        <details className="changes">
          <summary>What this quote said</summary>
          <Scope quote={quote} />
          <LineTable quote={quote} />
        </details>
      )}
      {preview === null && (
        <p className="no-print">
          <a href={hrefOf({ screen: 'RECORDS' })}>All versions, invoices and receipts</a>
        </p>
      )}
    </div>
  );
}
