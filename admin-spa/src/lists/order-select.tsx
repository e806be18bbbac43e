import { NativeSelect } from '@mantine/core';
import type { TableOrder } from '../ui/record-table.tsx';
import styles from './lists.module.css';

type Choice = { by: string; label: string };

/** The order of the list on a narrow screen, where the headings that sort it are not seen. */
export function OrderSelect({ choices, order }: { choices: readonly Choice[]; order: TableOrder }) {
  const options = choices.flatMap(({ by, label }) => [
    { value: `${by} down`, label: `${label} ↓` },
    { value: `${by} up`, label: `${label} ↑` },
  ]);
  return (
    <NativeSelect
      className={styles.order ?? ''}
      size="xs"
      aria-label="Order"
      data={options}
      value={`${order.by} ${order.ascending ? 'up' : 'down'}`}
      onChange={({ currentTarget: { value } }) => {
        const [by = order.by, way] = value.split(' ');
        order.onOrder(by, way === 'up');
      }}
    />
  );
}
