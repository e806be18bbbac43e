import { lineAmount } from '@countersign/api/domain/pricing';
import { ActionIcon, TextInput } from '@mantine/core';
import { Amount } from '../../../ui/amount.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Icon } from '../../../ui/icons.tsx';
import { tidyAmount, tidyQuantity } from '../../../ui/tidy.ts';
import { readDiscount, readPrice, readQuantity, tidyDiscount } from '../../../ui/values.ts';
import styles from './free.module.css';
import { FreeTax } from './free-tax.tsx';
import type { FreeLine } from './free-form.ts';

type Props = {
  line: FreeLine;
  place: number;
  currency: string;
  rates: readonly number[];
  problems: Record<string, string>;
  onChange: (patch: Partial<FreeLine>) => void;
  onRemove: () => void;
};

type Column = 'description' | 'quantity' | 'unit' | 'unitPrice' | 'discount';

/** One line; on a wide screen the labels stand in the head of the columns. */
export function FreeLineFields({ line, place, currency, rates, problems, onChange, onRemove }: Props) {
  const format = useFormat();
  const field = (column: Column, tidy?: (text: string, currency: string) => string | null) => ({
    name: `${line.id}.${column}`,
    value: line[column],
    error: problems[`${line.id}.${column}`],
    classNames: { label: styles.label ?? '', input: tidy ? (styles.figure ?? '') : '' },
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [column]: event.currentTarget.value }),
    onBlur: () => {
      const tidied = tidy?.(line[column], currency) ?? null;
      if (tidied !== null && tidied !== line[column]) onChange({ [column]: tidied });
    },
    ...(tidy && { inputMode: 'decimal' as const, autoComplete: 'off' }),
  });
  return (
    <div role="group" aria-label={`Line ${place}`} className={styles.line}>
      <TextInput
        label="Description"
        maxLength={1000}
        wrapperProps={{ 'data-area': 'words' }}
        {...field('description')}
      />
      <TextInput
        label="Quantity"
        wrapperProps={{ 'data-area': 'quantity' }}
        {...field('quantity', tidyQuantity)}
      />
      <TextInput
        label="Unit"
        placeholder="h, pcs"
        maxLength={20}
        wrapperProps={{ 'data-area': 'unit' }}
        {...field('unit')}
      />
      <TextInput
        label="Price"
        placeholder="0.00"
        wrapperProps={{ 'data-area': 'price' }}
        {...field('unitPrice', tidyAmount)}
      />
      <TextInput
        label="Discount"
        placeholder="–"
        wrapperProps={{ 'data-area': 'discount' }}
        {...field('discount', tidyDiscount)}
      />
      <FreeTax tax={line.tax} rates={rates} label={format.taxLabel} onChoose={(tax) => onChange({ tax })} />
      <div className={styles.amount} data-area="amount">
        <span className={styles.label}>Amount</span>
        <LineAmount line={line} currency={currency} />
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        data-area="tools"
        aria-label={`Remove line ${place}`}
        onClick={onRemove}
      >
        <Icon name="remove" size={15} />
      </ActionIcon>
    </div>
  );
}

function LineAmount({ line, currency }: { line: FreeLine; currency: string }) {
  const item = {
    quantity: Math.max(0, readQuantity(line.quantity) ?? 0),
    unitPrice: readPrice(line.unitPrice, currency),
    discount: readDiscount(line.discount, currency) ?? null,
  };
  if (Math.abs(item.unitPrice * item.quantity) >= Number.MAX_SAFE_INTEGER) return <span>–</span>;
  return <Amount of={{ amount: lineAmount(item), currency }} />;
}
