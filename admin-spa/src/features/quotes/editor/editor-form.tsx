import { memo } from 'react';
import { DetailsPanel } from './details-panel.tsx';
import { useDesk } from './editor-store.ts';
import styles from './editor.module.css';
import { FilesPanel } from './files-panel.tsx';
import { LinesPanel } from './lines-panel.tsx';
import { OptionsPanel } from './options-panel.tsx';
import { StagePlanPanel } from './stage-plan-panel.tsx';
import { WordsPanel } from './words-panel.tsx';

type Props = { quoteId: string; onFile: () => void };

/** Everything that a quote says, in the order in which the customer reads it. */
export const EditorForm = memo(function EditorForm({ quoteId, onFile }: Props) {
  // what is taken off is no choice, and has no stages of its own
  const isReduction = useDesk().change === 'REDUCTION';
  return (
    <div className={styles.main}>
      <DetailsPanel />
      <WordsPanel
        name="scope"
        title="Scope"
        label="Scope of work"
        max={50_000}
        rows={4}
        placeholder="What you do, and what you do not"
      />
      <LinesPanel />
      {!isReduction && <OptionsPanel />}
      {!isReduction && <StagePlanPanel />}
      <WordsPanel
        name="terms"
        title="Terms"
        label="Terms"
        max={20_000}
        rows={3}
        placeholder="What else is agreed"
      />
      <FilesPanel quoteId={quoteId} onChange={onFile} />
    </div>
  );
});
