import type { PortalMessageKind, Quote_AllFragment } from '../../gql/graphql.ts';
import { instantText } from '../../ui/instant.ts';
import { locale } from '../../ui/locale.ts';

type Props = { messages: Quote_AllFragment['messages']; company: string };

/** What was asked and answered, oldest first. */
export function Messages({ messages, company }: Props) {
  if (messages.length === 0) return null;
  return (
    <ol className="messages" aria-label="Questions and answers so far">
      {messages.map(({ kind, text, at }) => (
        <li key={at + text} className={kind === 'ANSWER' ? 'theirs' : 'yours'}>
          <p className="fine">
            <strong>{whose(kind, company)}</strong> <time dateTime={at}>{instantText(at, locale)}</time>
          </p>
          <p className="said">{text}</p>
        </li>
      ))}
    </ol>
  );
}

function whose(kind: PortalMessageKind, company: string): string {
  if (kind === 'ANSWER') return company;
  return kind === 'QUESTION' ? 'Your question' : 'The change you asked for';
}
