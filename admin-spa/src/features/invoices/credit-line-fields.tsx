import { Checkbox, TextInput } from '@mantine/core';
import { amountText } from '../../ui/entry.ts';
import { useFormat } from '../../ui/format.ts';
import type { CreditableLine, TypedLines } from './credit-lines.ts';
import styles from './invoice.module.css';

type Props = {
  among: readonly CreditableLine[];
  typed: TypedLines;
  onType: (typed: TypedLines) => void;
  problems: Record<string, string>;
};

/** The lines of the invoice; of a chosen one all of it, until something less is typed. */
export function CreditLineFields({ among, typed, onType, problems }: Props) {
  const format = useFormat();
  const choose = ({ line, gross }: CreditableLine, on: boolean) => {
    const { [line]: _, ...others } = typed;
    onType(on ? { ...others, [line]: amountText(gross.amount, gross.currency) } : others);
  };
  return (
    <fieldset className={styles.creditLines}>
      <legend>Which lines</legend>
      {among.map((each) => (
        <div key={each.line}>
          <Checkbox
            label={`${each.description}, ${format.money(each.gross)}`}
            checked={typed[each.line] !== undefined}
            onChange={(event) => choose(each, event.currentTarget.checked)}
          />
          {typed[each.line] !== undefined && (
            <TextInput
              aria-label={`Amount of ${each.description} in ${each.gross.currency}, with ${format.taxLabel}`}
              name={`line.${each.line}`}
              inputMode="decimal"
              autoComplete="off"
              value={typed[each.line]}
              onChange={(event) => onType({ ...typed, [each.line]: event.currentTarget.value })}
              error={problems[`line.${each.line}`]}
            />
          )}
        </div>
      ))}
      {problems['lines'] && <p role="alert">{problems['lines']}</p>}
    </fieldset>
  );
}
