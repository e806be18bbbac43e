import { Button } from '@mantine/core';
import { lineAmount } from '@countersign/api/domain/pricing';
import type { KeyboardEvent } from 'react';
import { type UseFieldArrayReturn, useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Amount } from '../../ui/amount.tsx';
import { amountOf, amountText, parseThousandths, thousandthsText } from '../../ui/entry.ts';
import { useFormat } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { inLine, price, quantity, required, taxRate } from './field-problems.ts';
import { GridCell } from './grid-cell.tsx';
import styles from './grid.module.css';
import { emptyLine, type QuoteForm } from './quote-form.ts';
import { RowButtons } from './row-buttons.tsx';

type Lines = UseFieldArrayReturn<QuoteForm, 'lines'>;

export function LinesGrid({ currency, defaultRate }: { currency: string; defaultRate: string }) {
  const { control, getValues } = useFormContext<QuoteForm>();
  const { taxLabel } = useFormat();
  const lines = useFieldArray({ control, name: 'lines' });
  const addAfter = (index: number) => {
    const rate = getValues(`lines.${index}.taxRate`) ?? defaultRate;
    lines.insert(index + 1, emptyLine(rate), { focusName: `lines.${index + 1}.description` });
  };
  return (
    <>
      <div className={`${styles.rows} ${styles.lines}`}>
        <div className={`${styles.row} ${styles.head}`} aria-hidden="true">
          <span>Description</span>
          <span data-figure>Quantity</span>
          <span>Unit</span>
          <span data-figure>Price</span>
          <span data-figure>{taxLabel} %</span>
          <span data-figure>Amount</span>
        </div>
        {lines.fields.map((line, index) => (
          <LineRow
            key={line.id}
            index={index}
            currency={currency}
            lines={lines}
            onEnter={() => addAfter(index)}
          />
        ))}
      </div>
      <div className={styles.foot}>
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => addAfter(lines.fields.length - 1)}
        >
          Add a line
        </Button>
        <p className="dim">Enter adds a line too.</p>
      </div>
    </>
  );
}

type RowProps = { index: number; currency: string; lines: Lines; onEnter: () => void };

function LineRow({ index, currency, lines, onEnter }: RowProps) {
  const { taxLabel } = useFormat();
  const name = `lines.${index}` as const;
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    event.stopPropagation();
    onEnter();
  };
  return (
    <div role="group" aria-label={`Line ${index + 1}`} className={styles.row} onKeyDown={enter}>
      <GridCell
        name={`${name}.description`}
        label="Description"
        check={inLine(index, required('What is sold?'))}
        maxLength={500}
        placeholder="What is sold"
      />
      <GridCell
        name={`${name}.quantity`}
        label="Quantity"
        check={inLine(index, quantity)}
        tidy={tidyNumber}
        figure
      />
      <GridCell name={`${name}.unit`} label="Unit" maxLength={20} placeholder="h, pcs" />
      <GridCell
        name={`${name}.unitPrice`}
        label="Price"
        check={inLine(index, price(currency))}
        tidy={tidyAmount(currency)}
        figure
        placeholder="0.00"
      />
      <GridCell
        name={`${name}.taxRate`}
        label={`${taxLabel} %`}
        check={inLine(index, taxRate)}
        tidy={tidyNumber}
        figure
      />
      <LineAmount index={index} currency={currency} />
      <RowButtons
        what={`line ${index + 1}`}
        index={index}
        count={lines.fields.length}
        onMove={(to) => lines.move(index, to)}
        onRemove={() => lines.remove(index)}
      />
    </div>
  );
}

function LineAmount({ index, currency }: { index: number; currency: string }) {
  const { control } = useFormContext<QuoteForm>();
  const [count, each] = useWatch({
    control,
    name: [`lines.${index}.quantity`, `lines.${index}.unitPrice`],
    exact: true,
  });
  const unitPrice = amountOf(each ?? '', currency);
  const howMany = parseThousandths(count ?? '');
  const known =
    unitPrice !== null && howMany !== null && Math.abs(unitPrice * howMany) < Number.MAX_SAFE_INTEGER;
  return (
    <div className={styles.amount}>
      <span className={styles.label}>Amount</span>
      {known ? (
        <Amount of={{ amount: lineAmount({ quantity: howMany, unitPrice }), currency }} />
      ) : (
        <span className="dim">–</span>
      )}
    </div>
  );
}

export const tidyAmount =
  (currency: string) =>
  (text: string): string | null => {
    const read = amountOf(text, currency);
    return read === null ? null : amountText(read, currency);
  };

export const tidyNumber = (text: string): string | null => {
  const read = parseThousandths(text);
  return read === null ? null : thousandthsText(read);
};
