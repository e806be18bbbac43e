import { ActionIcon } from '@mantine/core';
import { Icon } from '../../ui/icons.tsx';
import styles from './grid.module.css';

type Props = {
  what: string;
  index: number;
  count: number;
  onMove: (to: number) => void;
  onRemove: () => void;
};

/** Order is changed by buttons, so that it needs no dragging. */
export function RowButtons({ what, index, count, onMove, onRemove }: Props) {
  return (
    <div className={styles.rowButtons}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={`Move ${what} up`}
        disabled={index === 0}
        onClick={() => onMove(index - 1)}
      >
        <Icon name="up" size={15} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={`Move ${what} down`}
        disabled={index === count - 1}
        onClick={() => onMove(index + 1)}
      >
        <Icon name="down" size={15} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" size="md" aria-label={`Remove ${what}`} onClick={onRemove}>
        <Icon name="remove" size={15} />
      </ActionIcon>
    </div>
  );
}
