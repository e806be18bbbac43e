import type { QuoteHeadFragment } from '../../gql/graphql.ts';
import { Note } from '../../ui/note.tsx';
import { Reasons } from './approve-dialog.tsx';
import styles from './standing-note.module.css';

/** Above the quote: what somebody has to decide, and why a quote that is over is over. */
export function StandingNote({ quote }: { quote: QuoteHeadFragment }) {
  return (
    <div className={styles.standing}>
      <Standing quote={quote} />
    </div>
  );
}

function Standing({ quote }: { quote: QuoteHeadFragment }) {
  const isForOthers = quote.actions.includes('SUBMIT') && !quote.actions.includes('APPROVE');
  if (quote.status === 'AWAITING_APPROVAL') return <Reasons quote={quote} />;
  if (isForOthers) return <Reasons quote={quote} title="Somebody who may approve has to look at it first" />;
  if (quote.cancelNote === '') return null;
  return (
    <Note
      tone="calm"
      title={quote.cancelReason === 'DECLINED' ? 'The customer declined' : 'Why it was ended'}
    >
      {quote.cancelNote}
    </Note>
  );
}
