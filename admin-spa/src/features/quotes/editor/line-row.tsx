import { lineAmount } from '@countersign/api/domain/pricing';
import { memo, useId } from 'react';
import { Amount } from '../../../ui/amount.tsx';
import { BillingCell } from './billing-cell.tsx';
import { Cell } from './cell.tsx';
import { lineProblems } from './checks.ts';
import { DescriptionCell } from './description-cell.tsx';
import { setCell, useDesk } from './editor-store.ts';
import styles from './grid.module.css';
import { pricedLine } from './live.ts';
import type { LineEntry } from './quote-form.ts';
import { RowName } from './row-name.tsx';
import { DragHandle, RowTools } from './row-tools.tsx';
import { TaxCell } from './tax-cell.tsx';
import { tidyAmount, tidyQuantity } from '../../../ui/tidy.ts';
import type { RowActs } from './use-rows.ts';
import { tidyDiscount } from '../../../ui/values.ts';

type Props = {
  line: LineEntry;
  isFirst: boolean;
  isLast: boolean;
  rates: string;
  showsCost: boolean;
  acts: RowActs;
};

/** One line. It is drawn again only when it is another one than before; its number is no part of that. */
export const LineRow = memo(function LineRow({ line, isFirst, isLast, rates, showsCost, acts }: Props) {
  const { editor, currency } = useDesk();
  const problems = lineProblems(line, currency);
  const nameId = useId();
  const at = (column: keyof LineEntry) => `lines.${line.id}.${column}`;
  const set = (patch: Partial<LineEntry>) => setCell(editor, 'lines', line.id, patch);
  return (
    <div role="group" aria-labelledby={nameId} className={styles.row} data-row={line.id}>
      <RowName id={nameId} list="lines" row={line.id} />
      <DragHandle id={line.id} acts={acts} />
      <DescriptionCell line={line} problem={problems['description']} />
      <Cell
        field={at('quantity')}
        area="quantity"
        label="Quantity"
        value={line.quantity}
        onType={(quantity) => set({ quantity })}
        problem={problems['quantity']}
        tidy={tidyQuantity}
        figure
      />
      <Cell
        field={at('unit')}
        area="unit"
        label="Unit"
        value={line.unit}
        onType={(unit) => set({ unit })}
        maxLength={20}
        placeholder="h, pcs"
      />
      <Cell
        field={at('unitPrice')}
        area="price"
        label="Price"
        value={line.unitPrice}
        onType={(unitPrice) => set({ unitPrice })}
        problem={problems['unitPrice']}
        tidy={tidyAmount}
        figure
        placeholder="0.00"
      />
      <Cell
        field={at('discount')}
        area="discount"
        label="Discount"
        value={line.discount}
        onType={(discount) => set({ discount })}
        problem={problems['discount']}
        tidy={tidyDiscount}
        figure
        placeholder="–"
      />
      <TaxCell field={at('tax')} tax={line.tax} rates={rates} onChoose={(tax) => set({ tax })} />
      <BillingCell field={at('billing')} billing={line.billing} onChoose={(billing) => set({ billing })} />
      {showsCost && (
        <Cell
          field={at('cost')}
          area="cost"
          label="Cost of one"
          value={line.cost}
          onType={(cost) => set({ cost })}
          problem={problems['cost']}
          tidy={tidyAmount}
          figure
          placeholder="Cost"
        />
      )}
      <LineAmount line={line} />
      <RowTools id={line.id} nameId={nameId} acts={acts} isFirst={isFirst} isLast={isLast} />
    </div>
  );
});

function LineAmount({ line }: { line: LineEntry }) {
  const { currency } = useDesk();
  const item = pricedLine(line, currency);
  const isExact = Math.abs(item.unitPrice * item.quantity) < Number.MAX_SAFE_INTEGER;
  return (
    <div className={styles.amount} data-area="amount">
      <span className={styles.label}>Amount</span>
      {isExact ? <Amount of={{ amount: lineAmount(item), currency }} /> : <span className="dim">–</span>}
    </div>
  );
}
