import { useId } from 'react';
import { type FieldError, type FieldPathByValue, get, useFormContext, useFormState } from 'react-hook-form';
import type { Check } from './field-problems.ts';
import styles from './grid.module.css';
import type { QuoteForm } from './quote-form.ts';

type Props = {
  name: FieldPathByValue<QuoteForm, string>;
  label: string;
  check?: Check;
  /** How the text is written once it is left, if it can be read: `3,299` becomes `3299.00`. */
  tidy?: (text: string) => string | null;
  figure?: boolean;
  maxLength?: number;
  placeholder?: string;
};

/** One field of a grid. It listens to its own problem only, so that typing in one cell redraws one cell. */
export function GridCell({ name, label, check, tidy, figure, maxLength, placeholder }: Props) {
  const { register, control, setValue } = useFormContext<QuoteForm>();
  const { errors } = useFormState({ control, name, exact: true });
  const id = useId();
  const found: FieldError | undefined = get(errors, name);
  const problem = found?.message;
  const field = register(name, {
    ...(check && { validate: check }),
    onBlur: (event: { target: { value: string } }) => {
      const tidied = tidy?.(event.target.value);
      if (tidied && tidied !== event.target.value) setValue(name, tidied);
    },
  });
  return (
    <label className={styles.cell} data-figure={figure}>
      <span className={styles.label}>{label}</span>
      <input
        {...field}
        className={styles.input}
        inputMode={figure ? 'decimal' : undefined}
        autoComplete="off"
        maxLength={maxLength}
        placeholder={placeholder}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : id}
      />
      {problem !== undefined && (
        <span id={id} className={styles.problem}>
          {problem}
        </span>
      )}
    </label>
  );
}
