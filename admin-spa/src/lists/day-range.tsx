import { isLocalDate, type LocalDate } from '@countersign/api/domain/local-date';
import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import styles from './lists.module.css';

type Props = {
  legend: string;
  from: string | undefined;
  to: string | undefined;
  onChange: (end: 'from' | 'to', day: LocalDate | undefined) => void;
};

/** Two days, either of which may be left open. */
export function DayRange({ legend, from, to, onChange }: Props) {
  return (
    <fieldset className={styles.range}>
      <legend>{legend}</legend>
      <DayField label="From" day={from} max={to} onChange={(day) => onChange('from', day)} />
      <DayField label="To" day={to} min={from} onChange={(day) => onChange('to', day)} />
    </fieldset>
  );
}

type FieldProps = {
  label: string;
  day: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  onChange: (day: LocalDate | undefined) => void;
};

/** A day that is half typed changes nothing yet, and stays as it is under the fingers. */
function DayField({ label, day = '', min, max, onChange }: FieldProps) {
  const field = useRef<HTMLInputElement>(null);
  // cleared or changed from outside; the browser's own value is left alone while it says the same
  useEffect(() => {
    const { current } = field;
    if (current && current !== document.activeElement && current.value !== day) current.value = day;
  }, [day]);
  return (
    <TextInput
      ref={field}
      type="date"
      size="xs"
      label={label}
      defaultValue={day}
      min={min}
      max={max}
      onChange={({ currentTarget: { value: typed, validity } }) => {
        if (typed === '' && !validity.badInput) onChange(undefined);
        else if (isLocalDate(typed) && typed > '1900') onChange(typed);
      }}
    />
  );
}
