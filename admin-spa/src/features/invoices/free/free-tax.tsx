import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseThousandths } from '../../../ui/entry.ts';
import { useFormat } from '../../../ui/format.ts';
import { taxOf } from '../../../ui/values.ts';
import { taxTreatment } from '../../../ui/words.ts';
import styles from './free.module.css';

type Props = { tax: string; rates: readonly number[]; label: string; onChoose: (tax: string) => void };

const other = 'OTHER';

/** Rate and treatment are one choice. A rate that the invoice does not have yet is typed. */
export function FreeTax({ tax, rates, label, onChoose }: Props) {
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const classNames = { label: styles.label ?? '' };
  if (typed !== null) {
    const rate = parseThousandths(typed.replace(/%\s*$/, ''));
    const isRate = rate !== null && rate <= 100_000;
    return (
      <TextInput
        label={`${label} rate in %`}
        wrapperProps={{ 'data-area': 'tax' }}
        classNames={classNames}
        placeholder="7.5"
        inputMode="decimal"
        autoFocus
        value={typed}
        error={typed !== '' && !isRate && '0 to 100.'}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => {
          if (isRate) onChoose(taxOf('STANDARD', rate));
          setTyped(null);
        }}
      />
    );
  }
  return (
    <NativeSelect
      label={label}
      wrapperProps={{ 'data-area': 'tax' }}
      classNames={classNames}
      value={tax}
      onChange={({ currentTarget: { value } }) => (value === other ? setTyped('') : onChoose(value))}
      data={[
        ...rates.map((rate) => ({
          value: taxOf('STANDARD', rate),
          label: `${label} ${format.percent(rate)}`,
        })),
        ...(['ZERO_RATED', 'EXEMPT', 'REVERSE_CHARGE'] as const).map((treatment) => ({
          value: taxOf(treatment, 0),
          label: taxTreatment[treatment],
        })),
        { value: other, label: 'Other rate…' },
      ]}
    />
  );
}
