import { Button } from '@mantine/core';
import { Icon } from '../ui/icons.tsx';
import styles from './lists.module.css';

export type Chip = { name: string; says: string; clear: () => void };

/** What narrows the list down, each with a way out of it. */
export function FilterChips({ chips, onClearAll }: { chips: readonly Chip[]; onClearAll: () => void }) {
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label="Filters">
      {chips.map(({ name, says, clear }) => (
        <li key={name} className={styles.chip}>
          <span>
            <span className="dim">{name}</span> {says}
          </span>
          <button type="button" onClick={clear} aria-label={`Without ${name} ${says}`}>
            <Icon name="remove" size={13} />
          </button>
        </li>
      ))}
      <li>
        <Button size="compact-xs" variant="subtle" onClick={onClearAll}>
          Clear all
        </Button>
      </li>
    </ul>
  );
}
