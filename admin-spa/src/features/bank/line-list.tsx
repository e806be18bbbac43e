import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { sum } from '@countersign/api/domain/money';
import type { BankLineCardFragment as Line } from '../../gql/graphql.ts';
import { useMay } from '../../session.ts';
import { useFormat } from '../../ui/format.ts';
import { counted } from './bank-words.ts';
import { IgnoreDialog } from './ignore-dialog.tsx';
import { LineCard } from './line-card.tsx';
import styles from './line-list.module.css';
import { MatchDialog } from './match-dialog.tsx';

/** The lines of the account; several of them can be put together for one invoice. */
export function LineList({ lines }: { lines: readonly Line[] }) {
  const confirms = useMay('CONFIRM_PAYMENTS');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [matching, setMatching] = useState<readonly Line[]>([]);
  const [ignoring, setIgnoring] = useState<Line | null>(null);
  // what was matched meanwhile is not chosen any more
  const together = lines.filter(({ id, status }) => chosen.has(id) && status === 'TO_MATCH');
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <>
      {together.length > 0 && (
        <Together
          lines={together}
          onMatch={() => setMatching(together)}
          onClear={() => setChosen(new Set())}
        />
      )}
      <ul className={styles.lines} aria-label="Lines of the bank" onKeyDown={moveBetweenLines}>
        {lines.map((line) => (
          <LineCard
            key={line.id}
            line={line}
            chosen={confirms && line.status === 'TO_MATCH' ? chosen.has(line.id) : null}
            onChoose={(on) => choose(line.id, on)}
            onMatch={() => setMatching([line])}
            onIgnore={() => setIgnoring(line)}
          />
        ))}
      </ul>
      <MatchDialog lines={matching} onClose={() => setMatching([])} />
      <IgnoreDialog line={ignoring} onClose={() => setIgnoring(null)} />
    </>
  );
}

type TogetherProps = { lines: readonly Line[]; onMatch: () => void; onClear: () => void };

function Together({ lines, onMatch, onClear }: TogetherProps) {
  const format = useFormat();
  const currencies = new Set(lines.map(({ amount }) => amount.currency));
  const [currency] = currencies;
  const total =
    currencies.size === 1 && currency !== undefined
      ? format.money({ amount: sum(lines.map(({ amount }) => amount.amount)), currency })
      : null;
  return (
    <div className={styles.together} role="status">
      <span>
        {counted(lines.length)}
        {total ? `, ${total} together` : ': different currencies cannot be matched together'}
      </span>
      <Button size="xs" disabled={total === null} onClick={onMatch}>
        Match together…
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={onClear}>
        Clear
      </Button>
    </div>
  );
}

/** Arrow keys go from line to line, to the first thing that can be done with it. */
function moveBetweenLines(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const here = event.target instanceof HTMLElement ? event.target.closest('li[data-line]') : null;
  if (step === undefined || here === null) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('li[data-line]')];
  const next = all[all.indexOf(here as HTMLElement) + step];
  const target = next?.querySelector<HTMLElement>('button, input, a');
  if (!target) return;
  event.preventDefault();
  target.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
