import { type HTMLAttributes, type ReactNode, useId, useState } from 'react';
import { useDesk, useMarks } from './editor-store.ts';
import styles from './grid.module.css';

/** The problem to show at a field: the server's word first, one's own only where somebody has been. */
export function useProblem(field: string, problem: string | undefined) {
  const [isTouched, setTouched] = useState(false);
  const shown = useMarks(({ refused, showsAll }) =>
    refused?.field === field ? refused.message : isTouched || showsAll ? problem : undefined,
  );
  return { shown, touch: () => setTouched(true) };
}

type Props = {
  field: string;
  label: string;
  value: string;
  onType: (text: string) => void;
  problem?: string | undefined;
  /** How the text is written once it is left, if it can be read: `3,299` becomes `3299.00`. */
  tidy?: (text: string, currency: string) => string | null;
  figure?: boolean;
  maxLength?: number;
  placeholder?: string;
  type?: 'text' | 'date';
  area?: string;
  /** What stands under the field, such as suggestions. */
  children?: ReactNode;
  more?: HTMLAttributes<HTMLInputElement>;
};

/** One field of a grid, drawn by the browser: two thousand of them have to come up at once. */
export function Cell(props: Props) {
  const { field, label, value, onType, tidy, figure, type = 'text' } = props;
  const { currency } = useDesk();
  const { shown, touch } = useProblem(field, props.problem);
  const id = useId();
  return (
    <div className={styles.cell} data-figure={figure} data-area={props.area}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        {...props.more}
        id={id}
        data-field={field}
        className={styles.input}
        type={type}
        value={value}
        inputMode={figure ? 'decimal' : undefined}
        autoComplete="off"
        spellCheck={figure ? false : undefined}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        aria-invalid={shown !== undefined}
        aria-describedby={shown === undefined ? undefined : `${id}-problem`}
        onChange={(event) => onType(event.currentTarget.value)}
        onBlur={(event) => {
          props.more?.onBlur?.(event);
          touch();
          const tidied = tidy?.(value, currency);
          if (tidied != null && tidied !== value) onType(tidied);
        }}
      />
      {props.children}
      {shown !== undefined && (
        <span id={`${id}-problem`} className={styles.problem}>
          {shown}
        </span>
      )}
    </div>
  );
}

type SelectProps = {
  field: string;
  label: string;
  value: string;
  onChoose: (value: string) => void;
  choices: readonly (readonly [value: string, label: string])[];
  area?: string;
};

export function SelectCell({ field, label, value, onChoose, choices, area }: SelectProps) {
  const { shown } = useProblem(field, undefined);
  const id = useId();
  return (
    <div className={styles.cell} data-area={area}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        data-field={field}
        className={styles.input}
        value={value}
        aria-invalid={shown !== undefined}
        aria-describedby={shown === undefined ? undefined : `${id}-problem`}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
      {shown !== undefined && (
        <span id={`${id}-problem`} className={styles.problem}>
          {shown}
        </span>
      )}
    </div>
  );
}
