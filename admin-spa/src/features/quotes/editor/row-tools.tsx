import type { KeyboardEvent } from 'react';
import { Icon, type IconName } from '../../../ui/icons.tsx';
import styles from './grid.module.css';
import { useRowDrag } from './use-row-drag.ts';
import type { RowActs } from './use-rows.ts';

type Props = {
  id: string;
  /** The id of the row's name. */
  nameId: string;
  acts: RowActs;
  isFirst: boolean;
  isLast: boolean;
  canCopy?: boolean;
};

/** Left and right go from button to button, so that a row is one stop of the Tab key and not four. */
function walk(event: KeyboardEvent<HTMLDivElement>) {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  event.preventDefault();
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

export function RowTools({ id, nameId, acts, isFirst, isLast, canCopy = true }: Props) {
  const tool = (icon: IconName, label: string, disabled: boolean, onClick: () => void, isStop = false) => (
    <button
      type="button"
      id={`${nameId}-${icon}`}
      aria-label={label}
      aria-labelledby={`${nameId}-${icon} ${nameId}`}
      title={label}
      tabIndex={isStop ? 0 : -1}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} size={15} />
    </button>
  );
  return (
    <div
      className={styles.tools}
      data-area="tools"
      role="toolbar"
      id={`${nameId}-tools`}
      aria-label="Tools of"
      aria-labelledby={`${nameId}-tools ${nameId}`}
      onKeyDown={walk}
    >
      {tool('up', 'Move up', isFirst, () => acts.move(id, -1))}
      {tool('down', 'Move down', isLast, () => acts.move(id, 1))}
      {canCopy && tool('copy', 'Duplicate', false, () => acts.duplicate(id))}
      {tool('remove', 'Remove', false, () => acts.remove(id), true)}
    </div>
  );
}

/** Dragged with a pointer; keys and buttons do the same, so it is no stop of the Tab key. */
export function DragHandle({ id, acts }: { id: string; acts: RowActs }) {
  const drag = useRowDrag(id, acts.moveTo);
  return (
    <span
      className={styles.handle}
      data-area="handle"
      title="Drag to another place"
      aria-hidden="true"
      onPointerDown={drag}
    >
      <Icon name="grip" size={16} />
    </span>
  );
}
