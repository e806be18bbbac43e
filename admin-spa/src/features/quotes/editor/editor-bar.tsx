import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { memo } from 'react';
import { Amount } from '../../../ui/amount.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { everyBilling } from '../../../ui/words.ts';
import type { SaveState } from './autosave.ts';
import styles from './bar.module.css';
import { useDesk, useEditor, useForm } from './editor-store.ts';
import { liveFigures } from './live.ts';
import { SaveNote } from './save-note.tsx';

export type View = 'edit' | 'preview';
type Props = {
  save: SaveState;
  view: View;
  onView: (view: View) => void;
  hasPreview: boolean;
  onPreview: (shown: boolean) => void;
};

const views = [
  { value: 'edit', label: 'Edit' },
  { value: 'preview', label: 'Preview' },
];

/** Stays in sight: whether it is saved, the way back, and what it comes to. */
export const EditorBar = memo(function EditorBar({ save, view, onView, hasPreview, onPreview }: Props) {
  const { editor } = useDesk();
  const back = useEditor((state) => state.history.past.at(-1)?.what ?? null);
  const forth = useEditor((state) => state.history.future.at(-1)?.what ?? null);
  return (
    <div className={styles.bar} role="region" aria-label="State of the draft">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={back === null ? 'Undo' : `Undo: ${back}`}
        title="Undo (Ctrl+Z)"
        disabled={back === null}
        onClick={editor.undo}
      >
        <Icon name="undo" size={17} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={forth === null ? 'Redo' : `Redo: ${forth}`}
        title="Redo (Ctrl+Shift+Z)"
        disabled={forth === null}
        onClick={editor.redo}
      >
        <Icon name="redo" size={17} />
      </ActionIcon>
      <SaveNote state={save} />
      <BarTotal />
      <div className={styles.views}>
        <SegmentedControl
          size="xs"
          aria-label="View"
          data={views}
          value={view}
          onChange={(next) => onView(next === 'preview' ? 'preview' : 'edit')}
        />
      </div>
      <Button
        className={styles.toggle ?? ''}
        size="xs"
        variant="default"
        aria-pressed={hasPreview}
        onClick={() => onPreview(!hasPreview)}
      >
        {hasPreview ? 'Hide the preview' : 'Show the preview'}
      </Button>
    </div>
  );
});

/** What it comes to, always in sight. */
function BarTotal() {
  const { currency } = useDesk();
  const live = useForm((form) => liveFigures(form, currency));
  return (
    <span className={styles.total}>
      {live && <Amount of={{ amount: live.price.totals.gross, currency }} />}
      {live?.price.recurring.map(({ billing, totals }) => (
        <span key={billing} className="dim">
          {' + '}
          <Amount of={{ amount: totals.gross, currency }} />
          {everyBilling[billing]}
        </span>
      ))}
    </span>
  );
}
