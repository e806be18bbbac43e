import { ActionIcon, TextInput } from '@mantine/core';
import { Amount } from '../../ui/amount.tsx';
import { Icon } from '../../ui/icons.tsx';
import { invoiceName } from '../../ui/words.ts';
import type { Part } from './allocations.ts';
import styles from './match-form.module.css';

type Props = {
  part: Part;
  problem: string | undefined;
  onText: (text: string) => void;
  onRemove: () => void;
};

export function AllocationRow({ part, problem, onText, onRemove }: Props) {
  const { invoice } = part;
  const name = invoiceName(invoice);
  return (
    <div className={styles.part}>
      <div className={styles.invoice}>
        <strong className="num">{name}</strong>
        <span>{invoice.customer.name}</span>
        <span className="dim">
          owes <Amount of={invoice.balance} />
        </span>
      </div>
      <TextInput
        aria-label={`Amount for ${name}`}
        inputMode="decimal"
        autoComplete="off"
        value={part.text}
        error={problem}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Take ${name} out`} onClick={onRemove}>
        <Icon name="remove" size={16} />
      </ActionIcon>
    </div>
  );
}
