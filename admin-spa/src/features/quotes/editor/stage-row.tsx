import type { MinorUnits } from '@countersign/api/domain/money';
import { memo, useId } from 'react';
import { Amount } from '../../../ui/amount.tsx';
import { Cell, SelectCell } from './cell.tsx';
import { stageProblems } from './checks.ts';
import { setCell, useDesk } from './editor-store.ts';
import type { StageEntry, StageKind } from './quote-form.ts';
import { RowName } from './row-name.tsx';
import { DragHandle, RowTools } from './row-tools.tsx';
import styles from './stages.module.css';
import { tidyAmount, tidyShare } from '../../../ui/tidy.ts';
import { daysText } from '../../../ui/words.ts';
import type { RowActs } from './use-rows.ts';

const kinds: Readonly<Record<StageKind, string>> = {
  PERCENT: 'Percent',
  AMOUNT: 'Amount',
  REMAINDER: 'The rest',
};
const kindChoices = Object.entries(kinds);
const isKind = (text: string): text is StageKind => Object.hasOwn(kinds, text);
const dues = [
  ['ON_MILESTONE', 'At its milestone'],
  ['ON_DATE', 'On a day'],
] as const;

type Props = { stage: StageEntry; index: number; isLast: boolean; amount: MinorUnits | null; acts: RowActs };

export const StageRow = memo(function StageRow({ stage, index, isLast, amount, acts }: Props) {
  const { editor, currency } = useDesk();
  const problems = stageProblems(stage, currency);
  const nameId = useId();
  const at = (column: keyof StageEntry) => `stages.${stage.id}.${column}`;
  const set = (patch: Partial<StageEntry>) => setCell(editor, 'stages', stage.id, patch);
  return (
    <div role="group" aria-labelledby={nameId} className={styles.row} data-row={stage.id}>
      <RowName id={nameId} list="stages" row={stage.id} />
      <DragHandle id={stage.id} acts={acts} />
      <Cell
        field={at('label')}
        area="words"
        label="Stage"
        value={stage.label}
        onType={(label) => set({ label })}
        problem={problems['label']}
        maxLength={100}
        placeholder="Deposit"
      />
      <SelectCell
        field={at('kind')}
        area="kind"
        label="How much"
        value={stage.kind}
        choices={kindChoices}
        onChoose={(kind) => isKind(kind) && set({ kind, value: '' })}
      />
      {stage.kind === 'REMAINDER' ? (
        <span className={styles.rest} data-area="value">
          what is left
        </span>
      ) : (
        <Cell
          field={at('value')}
          area="value"
          label={stage.kind === 'PERCENT' ? 'Share in %' : 'Amount with tax'}
          value={stage.value}
          onType={(value) => set({ value })}
          problem={problems['value']}
          tidy={stage.kind === 'PERCENT' ? tidyShare : tidyAmount}
          figure
          placeholder={stage.kind === 'PERCENT' ? '%' : '0.00'}
        />
      )}
      <StageMoment stage={stage} index={index} problems={problems} />
      <div className={styles.amount} data-area="amount">
        <span className={styles.label}>Comes to</span>
        {amount === null ? <span className="dim">–</span> : <Amount of={{ amount, currency }} />}
      </div>
      <RowTools
        id={stage.id}
        nameId={nameId}
        acts={acts}
        isFirst={index === 0}
        isLast={isLast}
        canCopy={false}
      />
    </div>
  );
});

type MomentProps = { stage: StageEntry; index: number; problems: Readonly<Record<string, string>> };

/** When the stage is invoiced, and how long its invoice may take. The first one always comes with the signature. */
function StageMoment({ stage, index, problems }: MomentProps) {
  const { editor, usualTerms } = useDesk();
  const at = (column: keyof StageEntry) => `stages.${stage.id}.${column}`;
  const set = (patch: Partial<StageEntry>) => setCell(editor, 'stages', stage.id, patch);
  return (
    <div className={styles.moment} data-area="moment">
      {index === 0 ? (
        <span className={styles.rest}>On signing</span>
      ) : (
        <SelectCell
          field={at('due')}
          label="Invoiced"
          value={stage.due}
          choices={dues}
          onChoose={(due) =>
            set(due === 'ON_DATE' ? { due } : { due: 'ON_MILESTONE', dueOn: '', autoIssue: false })
          }
        />
      )}
      {stage.due === 'ON_DATE' && (
        <>
          <Cell
            field={at('dueOn')}
            label="Day"
            type="date"
            value={stage.dueOn}
            onType={(dueOn) => set({ dueOn })}
            problem={problems['dueOn']}
          />
          <label className={styles.check}>
            <input
              type="checkbox"
              data-field={at('autoIssue')}
              checked={stage.autoIssue}
              onChange={(event) => set({ autoIssue: event.currentTarget.checked })}
            />
            By itself
          </label>
        </>
      )}
      <Cell
        field={at('paymentTermsDays')}
        label="Payable in days"
        value={stage.paymentTermsDays}
        onType={(paymentTermsDays) => set({ paymentTermsDays })}
        problem={problems['paymentTermsDays']}
        figure
        placeholder={daysText(usualTerms)}
      />
    </div>
  );
}
