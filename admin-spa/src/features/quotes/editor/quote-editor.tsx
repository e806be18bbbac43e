import { useBlocker } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { keptCopy } from '../../../drafts/kept-copy.ts';
import { LeaveDialog } from '../../../drafts/leave-dialog.tsx';
import type { EditedQuoteFragment } from '../../../gql/graphql.ts';
import { withFirstLine } from './blank-rows.ts';
import { EditorBar, type View } from './editor-bar.tsx';
import { EditorForm } from './editor-form.tsx';
import { EditorNotes } from './editor-notes.tsx';
import { createEditor, type Desk, DeskContext } from './editor-store.ts';
import styles from './editor.module.css';
import { PreviewFrame } from './preview-frame.tsx';
import { formOf } from './read-form.ts';
import { Said } from './said.tsx';
import type { Kept } from './saving.ts';
import { SendPanel } from './send-panel.tsx';
import { useAutosave } from './use-autosave.ts';
import { useHistoryKeys } from './use-history-keys.ts';
import { useHabit } from './use-habit.ts';
import { taxOf } from '../../../ui/values.ts';

type Props = {
  quote: EditedQuoteFragment;
  company: { defaultTaxRate: number; paymentTermsDays: number };
  onReview: () => Promise<void>;
};

/** The draft as it was read, or as it was left unsaved in this window. */
function open({ quote, company }: Props) {
  const kept = keptCopy<Kept>(sessionStorage, quote.id);
  const defaultTax = taxOf('STANDARD', company.defaultTaxRate);
  const read = withFirstLine(formOf(quote), defaultTax);
  const desk: Desk = {
    editor: createEditor(kept?.form ?? read, () => performance.now()),
    currency: quote.currency,
    defaultTax,
    customerEmail: quote.customer.email,
    change: quote.changeKind,
    usualTerms: quote.customer.paymentTermsDays ?? company.paymentTermsDays,
  };
  return { desk, read, kept, start: kept ?? { version: quote.version, base: read } };
}

export function QuoteEditor(props: Props) {
  const { quote, onReview } = props;
  const [{ desk, read, kept, start }] = useState(() => open(props));
  const { editor } = desk;
  const saving = useAutosave(desk, quote.id, start);
  const { session } = saving;
  const [view, setView] = useState<View>('edit');
  const [hasPreview, setPreview] = useHabit('preview', true);
  const [busy, setBusy] = useState(false);
  const blocker = useBlocker({
    // a session that ended leads away by itself; the copy waits for the next one
    shouldBlockFn: async () => !(await session.flush()) && !session.isSignedOut(),
    enableBeforeUnload: () => !session.isClean(),
    withResolver: true,
  });
  const review = useCallback(() => {
    setBusy(true);
    void session
      .flush()
      .then((isSaved) => (isSaved ? onReview() : editor.showAll()))
      .finally(() => setBusy(false));
  }, [session, editor, onReview]);
  const root = useRef<HTMLDivElement>(null);
  useHistoryKeys(editor, root);
  return (
    <DeskContext value={desk}>
      <div ref={root}>
        <EditorBar
          save={saving.state}
          view={view}
          onView={setView}
          hasPreview={hasPreview}
          onPreview={setPreview}
        />
        <Said />
        <EditorNotes saving={saving} unsaved={kept && { read }} />
        <div className={styles.columns} data-preview={hasPreview} data-view={view}>
          <EditorForm quoteId={quote.id} onFile={saving.refresh} />
          <div className={styles.side}>
            <div className={styles.total}>
              <SendPanel busy={busy} onReview={review} />
            </div>
            <div className={styles.preview}>
              <PreviewFrame quoteId={quote.id} savedAt={saving.shownAt} />
            </div>
          </div>
        </div>
      </div>
      <LeaveDialog blocker={blocker} />
    </DeskContext>
  );
}
