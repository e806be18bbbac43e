import { useState } from 'react';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { ContactLinks } from '../../ui/page.tsx';
import { AskForm } from './ask-form.tsx';
import { DeclineForm } from './decline-form.tsx';
import { Messages } from './messages.tsx';
import { useViewing } from './viewing.ts';

type Open = 'QUESTION' | 'CHANGE_REQUEST' | 'DECLINE';
const names: Readonly<Record<Open, string>> = {
  QUESTION: 'Ask a question',
  CHANGE_REQUEST: 'Request a change',
  DECLINE: 'Decline',
};
const all = ['QUESTION', 'CHANGE_REQUEST', 'DECLINE'] as const;

/** The answers beside a signature: a question, a wish, a no. */
export function Talk({ quote }: { quote: Quote_AllFragment }) {
  const [open, setOpen] = useState<Open | null>(null);
  const { preview } = useViewing();
  const isPreview = preview !== null;
  return (
    <section aria-labelledby="talk-title" className="talk">
      <h2 id="talk-title" tabIndex={-1}>
        A question, or something to change?
      </h2>
      <Messages messages={quote.messages} company={quote.company.name} />
      <div className="no-print">
        <p>Nothing is agreed until you sign. Ask first, or say what should be different:</p>
        {isPreview && <p className="fine">This is a preview, so nothing can be sent from here.</p>}
        <div className="row talk-ways">
          {all.map((way) => (
            <button
              key={way}
              type="button"
              className={way === 'DECLINE' ? 'quiet' : 'secondary'}
              aria-expanded={open === way}
              disabled={isPreview}
              onClick={() => setOpen(open === way ? null : way)}
            >
              {names[way]}
            </button>
          ))}
        </div>
        {(open === 'QUESTION' || open === 'CHANGE_REQUEST') && (
          <AskForm key={open} quote={quote} kind={open} onDone={() => setOpen(null)} />
        )}
        {open === 'DECLINE' && (
          <DeclineForm
            quote={quote}
            onBack={() => setOpen(null)}
            onChange={() => setOpen('CHANGE_REQUEST')}
          />
        )}
        <p className="fine by-mail">
          Or write or call: <ContactLinks company={quote.company} subject={`Quote ${quote.number}`} />
        </p>
      </div>
    </section>
  );
}
