import { isLocalDate, type LocalDate } from '@countersign/api/domain/local-date';
import { TextInput } from '@mantine/core';
import styles from './lists.module.css';

type Props = {
  legend: string;
  from: string | undefined;
  to: string | undefined;
  onChange: (end: 'from' | 'to', day: LocalDate | undefined) => void;
};

/** Two days, either of which may be left open. A day that is half typed changes nothing yet. */
export function DayRange({ legend, from, to, onChange }: Props) {
  const field = (end: 'from' | 'to', label: string, value: string | undefined) => (
    <TextInput
      type="date"
      size="xs"
      label={label}
      // a new one when the filter was cleared from outside: the browser keeps what it could not read
      key={`${end}${value ?? ''}`}
      defaultValue={value ?? ''}
      min={end === 'to' ? from : undefined}
      max={end === 'from' ? to : undefined}
      onChange={({ currentTarget: { value: typed } }) => {
        if (typed === '') onChange(end, undefined);
        else if (isLocalDate(typed) && typed > '1900') onChange(end, typed);
      }}
    />
  );
  return (
    <fieldset className={styles.range}>
      <legend>{legend}</legend>
      {field('from', 'From', from)}
      {field('to', 'To', to)}
    </fieldset>
  );
}
