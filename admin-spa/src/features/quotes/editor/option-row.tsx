import { memo, useId, useState } from 'react';
import { Icon } from '../../../ui/icons.tsx';
import { BillingCell } from './billing-cell.tsx';
import { Cell } from './cell.tsx';
import { optionProblems } from './checks.ts';
import { setCell, useDesk, useMarks } from './editor-store.ts';
import { OptionDetails } from './option-details.tsx';
import styles from './options.module.css';
import type { OptionEntry } from './quote-form.ts';
import { RowName } from './row-name.tsx';
import { DragHandle, RowTools } from './row-tools.tsx';
import { TaxCell } from './tax-cell.tsx';
import { tidyAmount } from '../../../ui/tidy.ts';
import type { RowActs } from './use-rows.ts';

type Props = {
  option: OptionEntry;
  isFirst: boolean;
  isLast: boolean;
  rates: string;
  acts: RowActs;
};

/** In a word or two what is folded away, so that nobody has to open it to know. */
function summary(option: OptionEntry): string {
  const { minQuantity, maxQuantity, requires, excludes } = option;
  const parts = [
    maxQuantity === '1' ? '' : `${minQuantity}–${maxQuantity} ${option.unit}`.trim(),
    requires.length > 0 ? `needs ${requires.length}` : '',
    excludes.length > 0 ? `excludes ${excludes.length}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Details' : parts.join(', ');
}

const folded = new Set(['minQuantity', 'maxQuantity', 'description', 'unit', 'cost', 'requires', 'excludes']);

/** An option: what it is called, what it adds, and whether the page starts with it. The rest unfolds. */
export const OptionRow = memo(function OptionRow({ option, isFirst, isLast, rates, acts }: Props) {
  const { editor, currency } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const problems = optionProblems(option, currency);
  const isPointedAt = useMarks(({ refused, showsAll }) => {
    const [list, id, column = ''] = refused?.field.split('.') ?? [];
    const hidden = Object.keys(problems).some((name) => folded.has(name));
    return (list === 'options' && id === option.id && folded.has(column)) || (showsAll && hidden);
  });
  const [nameId, detailsId] = [useId(), useId()];
  const at = (column: keyof OptionEntry) => `options.${option.id}.${column}`;
  const set = (patch: Partial<OptionEntry>) => setCell(editor, 'options', option.id, patch);
  const shows = isOpen || isPointedAt;
  return (
    <div role="group" aria-labelledby={nameId} className={styles.row} data-row={option.id}>
      <RowName id={nameId} list="options" row={option.id} />
      <DragHandle id={option.id} acts={acts} />
      <Cell
        field={at('title')}
        area="words"
        label="Title"
        value={option.title}
        onType={(title) => set({ title })}
        problem={problems['title']}
        maxLength={200}
        placeholder="What the customer may add"
      />
      <Cell
        field={at('price')}
        area="price"
        label={option.maxQuantity === '1' ? 'Price' : 'Price of one'}
        value={option.price}
        onType={(price) => set({ price })}
        problem={problems['price']}
        tidy={tidyAmount}
        figure
        placeholder="0.00"
      />
      <TaxCell field={at('tax')} tax={option.tax} rates={rates} onChoose={(tax) => set({ tax })} />
      <BillingCell field={at('billing')} billing={option.billing} onChoose={(billing) => set({ billing })} />
      <label className={styles.check} data-area="check">
        <input
          type="checkbox"
          data-field={at('preselected')}
          checked={option.preselected}
          onChange={(event) => set({ preselected: event.currentTarget.checked })}
        />
        Preselected
      </label>
      <button
        type="button"
        className={styles.more}
        data-area="more"
        aria-expanded={shows}
        aria-controls={detailsId}
        onClick={() => setOpen(!shows)}
      >
        {summary(option)}
        <Icon name="account" size={14} />
      </button>
      <RowTools id={option.id} nameId={nameId} acts={acts} isFirst={isFirst} isLast={isLast} />
      <div id={detailsId} data-area="details" hidden={!shows}>
        {shows && <OptionDetails option={option} problems={problems} />}
      </div>
    </div>
  );
});
