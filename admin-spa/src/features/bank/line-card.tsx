import { Button, Checkbox } from '@mantine/core';
import { graphql } from '../../gql/gql.ts';
import type { BankLineCardFragment as Line } from '../../gql/graphql.ts';
import { useMay } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import styles from './line-card.module.css';
import { SettledLine } from './settled-line.tsx';
import { SuggestionLine } from './suggestion-line.tsx';
import { useConfirm } from './use-confirm.ts';

graphql(`
  fragment BankLineCard on BankLine {
    id
    bookedOn
    amount {
      amount
      currency
    }
    name
    reference
    text
    status
    suggestions {
      ...BankSuggestion
    }
    ...SettledLine
  }
`);

type Props = {
  line: Line;
  /** Null where it cannot be chosen. */
  chosen: boolean | null;
  onChoose: (on: boolean) => void;
  onMatch: () => void;
  onIgnore: () => void;
};

/** What the bank says left, what it most likely is beside it, and the one press that says so. */
export function LineCard({ line, chosen, onChoose, onMatch, onIgnore }: Props) {
  const who = line.name || line.text || 'No name';
  const confirms = useMay('CONFIRM_PAYMENTS');
  const { confirm, busy, refusal, fault } = useConfirm();
  const [best] = line.suggestions;
  return (
    <li className={styles.line} data-line data-status={line.status}>
      <div className={styles.said}>
        {chosen !== null && (
          <Checkbox
            aria-label={`Choose ${who}`}
            checked={chosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        )}
        <div className={styles.words}>
          <strong>{who}</strong>
          <span>{line.reference || (line.name && line.text) || 'No reference'}</span>
          <span className="dim">
            <Day on={line.bookedOn} />
          </span>
        </div>
        <span className={styles.amount}>
          <Amount of={line.amount} />
        </span>
      </div>
      <div className={styles.meaning}>
        {line.status === 'TO_MATCH' ? (
          <>
            {best ? (
              <SuggestionLine suggestion={best} amount={line.amount} />
            ) : (
              <p className="dim">Nothing that is owed fits.</p>
            )}
            <RefusalNote refusal={refusal} />
            <FaultNote fault={fault} />
            {confirms && (
              <div className={styles.buttons}>
                {best && (
                  <Button
                    size="xs"
                    variant={best.confidence === 'POSSIBLE' ? 'default' : 'filled'}
                    loading={busy}
                    onClick={() => void confirm([line], best)}
                  >
                    {best.payment ? 'It is that payment' : 'Confirm'}
                  </Button>
                )}
                <Button size="xs" variant="default" onClick={onMatch}>
                  {best ? 'Other…' : 'Match…'}
                </Button>
                <Button size="xs" variant="subtle" color="gray" onClick={onIgnore}>
                  Ignore…
                </Button>
              </div>
            )}
          </>
        ) : (
          <SettledLine line={line} />
        )}
      </div>
    </li>
  );
}
