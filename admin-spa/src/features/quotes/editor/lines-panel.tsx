import { useFormat } from '../../../ui/format.ts';
import { Panel } from '../../../ui/page.tsx';
import { blankLine, isBlankLine } from './blank-rows.ts';
import { useDesk, useForm } from './editor-store.ts';
import styles from './grid.module.css';
import { GridHead } from './grid-head.tsx';
import { LinesFoot } from './lines-foot.tsx';
import { LineRow } from './line-row.tsx';
import { PasteNote } from './paste-note.tsx';
import { useRates } from './tax-cell.tsx';
import { useHabit } from './use-habit.ts';
import { useLinePaste } from './use-line-paste.ts';
import { useRows } from './use-rows.ts';

export function LinesPanel() {
  const { defaultTax } = useDesk();
  const lines = useForm((form) => form.lines);
  const rates = useRates();
  const { taxLabel } = useFormat();
  const [showsCost, setShowsCost] = useHabit('cost', false);
  const { acts, onKeyDown } = useRows(
    {
      list: 'lines',
      first: 'description',
      blank: (form, after) =>
        blankLine((form.lines.find((line) => line.id === after) ?? form.lines.at(-1))?.tax ?? defaultTax),
    },
    isBlankLine,
  );
  const { pasted, dismiss, onPaste } = useLinePaste();
  return (
    <Panel
      title="Lines"
      flush
      aside={
        <label className={styles.aside}>
          <input
            type="checkbox"
            checked={showsCost}
            onChange={(event) => setShowsCost(event.currentTarget.checked)}
          />
          Cost column
        </label>
      }
    >
      {pasted && <PasteNote pasted={pasted} onClose={dismiss} />}
      <div
        className={styles.rows}
        data-rows="lines"
        data-cost={showsCost}
        data-long={lines.length > 60}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      >
        <GridHead taxLabel={taxLabel} showsCost={showsCost} />
        {lines.map((line, index) => (
          <LineRow
            key={line.id}
            line={line}
            isFirst={index === 0}
            isLast={index === lines.length - 1}
            rates={rates}
            showsCost={showsCost}
            acts={acts}
          />
        ))}
      </div>
      <LinesFoot acts={acts} />
    </Panel>
  );
}
