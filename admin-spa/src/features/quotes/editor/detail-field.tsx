import { TextInput } from '@mantine/core';
import { useFormat } from '../../../ui/format.ts';
import { useProblem } from './cell.tsx';
import { detailProblems } from './checks.ts';
import { useDesk, useDetail, useForm } from './editor-store.ts';

type FieldProps = {
  name: 'title' | 'validUntil' | 'discount' | 'effectiveDate' | 'paymentTermsDays' | 'termsNote';
  label: string;
  description?: string;
  placeholder?: string;
  maxLength?: number;
  required?: boolean;
  type?: 'date';
  min?: string;
  tidy?: (text: string, currency: string) => string | null;
};

/** One field of the quote itself. */
export function DetailField({ name, tidy, ...input }: FieldProps) {
  const { currency } = useDesk();
  const today = useFormat().today();
  const [value, set] = useDetail(name);
  const problem = useForm((form) => detailProblems(form, currency, today)[name]);
  const { shown, touch } = useProblem(name, problem);
  return (
    <TextInput
      {...input}
      data-field={name}
      autoComplete="off"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      error={shown}
      onChange={(event) => set(event.currentTarget.value, `a change of “${input.label}”`)}
      onBlur={() => {
        touch();
        const tidied = tidy?.(value, currency);
        if (tidied != null && tidied !== value) set(tidied, `a change of “${input.label}”`);
      }}
    />
  );
}
