import { Button } from '@mantine/core';
import type {
  BankLineCardFragment as Line,
  BankSuggestionFragment as Suggestion,
} from '../../gql/graphql.ts';
import { amountText } from '../../ui/entry.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import type { Part } from './allocations.ts';
import styles from './match-form.module.css';
import { SuggestionLine } from './suggestion-line.tsx';
import { useConfirm } from './use-confirm.ts';

type Props = { line: Line; onParts: (parts: readonly Part[]) => void; onDone: () => void };

/** What else it could be; taking one over fills the form below, and a payment that is recorded is said at once. */
export function OtherSuggestions({ line, onParts, onDone }: Props) {
  const { confirm, busy, refusal, fault } = useConfirm();
  if (line.suggestions.length < 2 && !line.suggestions[0]?.payment) return null;
  const take = async (suggestion: Suggestion) => {
    if (!suggestion.payment) {
      return onParts(
        suggestion.allocations.map(({ invoice, amount }) => ({
          invoice,
          text: amountText(amount.amount, amount.currency),
        })),
      );
    }
    if (await confirm([line], suggestion)) onDone();
  };
  return (
    <fieldset className={styles.suggestions}>
      <legend>It could be</legend>
      {line.suggestions.map((suggestion) => (
        <div key={suggestion.payment?.id ?? suggestion.allocations.map(({ invoice }) => invoice.id).join()}>
          <SuggestionLine suggestion={suggestion} amount={line.amount} />
          <Button
            size="xs"
            variant="default"
            loading={busy && suggestion.payment !== null}
            onClick={() => void take(suggestion)}
          >
            {suggestion.payment ? 'It is that payment' : 'Take over'}
          </Button>
        </div>
      ))}
      <RefusalNote refusal={refusal} />
      <FaultNote fault={fault} />
    </fieldset>
  );
}
