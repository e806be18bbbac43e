import { useState } from 'react';
import { parseThousandths } from '../../../ui/entry.ts';
import { useFormat } from '../../../ui/format.ts';
import { Cell, SelectCell } from './cell.tsx';
import { useDesk, useForm } from './editor-store.ts';
import { readTax, taxOf } from '../../../ui/values.ts';

type Props = { field: string; tax: string; rates: string; onChoose: (tax: string) => void };

const other = 'OTHER';

/** The rates that the quote uses, lowest first, as text: the same rates mean nothing to draw. */
export function useRates(): string {
  const { defaultTax } = useDesk();
  return useForm((form) => {
    const taxes = [{ tax: defaultTax }, ...form.lines, ...form.options].map(({ tax }) => readTax(tax));
    const rates = taxes.filter((tax) => tax.taxTreatment === 'STANDARD').map((tax) => tax.taxRate);
    return [...new Set(rates)].toSorted((a, b) => a - b).join(' ');
  });
}

/** Rate and treatment are one choice. A rate that the quote does not have yet is typed. */
export function TaxCell({ field, tax, rates, onChoose }: Props) {
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  if (typed !== null) {
    const rate = parseThousandths(typed.replace(/%\s*$/, ''));
    return (
      <Cell
        field={field}
        area="tax"
        label={`${format.taxLabel} rate in %`}
        value={typed}
        figure
        placeholder="7.5"
        problem={rate === null || rate > 100_000 ? '0 to 100.' : undefined}
        onType={setTyped}
        more={{
          autoFocus: true,
          onBlur: () => {
            if (rate !== null && rate <= 100_000) onChoose(taxOf('STANDARD', rate));
            setTyped(null);
          },
        }}
      />
    );
  }
  const choices = [
    ...rates
      .split(' ')
      .map((rate) => [taxOf('STANDARD', Number(rate)), `${format.taxLabel} ${format.percent(Number(rate))}`]),
    [taxOf('ZERO_RATED', 0), 'Zero-rated'],
    [taxOf('EXEMPT', 0), 'Exempt'],
    [taxOf('REVERSE_CHARGE', 0), 'Reverse charge'],
    [other, 'Other rate…'],
  ].map(([value = '', label = '']) => [value, label] as const);
  return (
    <SelectCell
      field={field}
      area="tax"
      label={format.taxLabel}
      value={tax}
      choices={choices}
      onChoose={(value) => (value === other ? setTyped('') : onChoose(value))}
    />
  );
}
