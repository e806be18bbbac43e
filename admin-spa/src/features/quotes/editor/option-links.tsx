import { useId } from 'react';
import { Icon } from '../../../ui/icons.tsx';
import { setCell, useDesk, useForm } from './editor-store.ts';
import grid from './grid.module.css';
import styles from './options.module.css';
import type { OptionEntry } from './quote-form.ts';

type Props = { option: OptionEntry; list: 'requires' | 'excludes'; label: string };

/** Other options that one option needs or does not go with: chosen from a list, taken away one by one. */
export function OptionLinks({ option, list, label }: Props) {
  const { editor } = useDesk();
  const options = useForm((form) => form.options);
  const id = useId();
  const linked = option[list];
  const set = (ids: readonly string[]) => setCell(editor, 'options', option.id, { [list]: ids });
  const nameOf = (one: OptionEntry) => one.title || `Option ${options.indexOf(one) + 1}`;
  const free = options.filter((one) => one.id !== option.id && !linked.includes(one.id));
  return (
    <div className={styles.links}>
      <label htmlFor={id}>{label}</label>
      {options
        .filter((one) => linked.includes(one.id))
        .map((one) => (
          <button
            key={one.id}
            type="button"
            className={styles.chip}
            aria-label={`${label} ${nameOf(one)}: remove`}
            onClick={() => set(linked.filter((other) => other !== one.id))}
          >
            {nameOf(one)}
            <Icon name="remove" size={12} />
          </button>
        ))}
      <select
        id={id}
        className={grid.input}
        data-field={`options.${option.id}.${list}`}
        value=""
        disabled={free.length === 0}
        onChange={(event) => set([...linked, event.currentTarget.value])}
      >
        <option value="">{free.length === 0 ? 'No other option' : 'Add an option…'}</option>
        {free.map((one) => (
          <option key={one.id} value={one.id}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </div>
  );
}
