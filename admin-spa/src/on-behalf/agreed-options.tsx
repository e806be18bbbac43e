import { choose } from '@countersign/api/domain/options';
import type { Choice } from '@countersign/api/domain/pricing';
import { Checkbox, TextInput } from '@mantine/core';
import type { ToAcceptFragment } from '../gql/graphql.ts';
import { useFormat } from '../ui/format.ts';
import { everyBilling } from '../ui/words.ts';
import styles from './on-behalf.module.css';

type Props = {
  quote: ToAcceptFragment;
  choices: readonly Choice[];
  onChange: (choices: readonly Choice[]) => void;
};

/** The options that the customer agreed to, kept to the rules of the quote as on the customer's own page. */
export function AgreedOptions({ quote, choices, onChange }: Props) {
  const format = useFormat();
  const quantityOf = (id: string) => choices.find((one) => one.optionId === id)?.quantity ?? 0;
  return (
    <fieldset className={styles.options}>
      <legend>Options that were agreed to</legend>
      {quote.options.map(({ id, title, price, billing, minQuantity, maxQuantity }) => (
        <div key={id} className={styles.option}>
          <Checkbox
            label={`${title}, ${format.money(price)}${everyBilling[billing]}`}
            checked={quantityOf(id) > 0}
            onChange={(event) =>
              onChange(choose(quote, choices, id, event.currentTarget.checked ? Math.max(1, minQuantity) : 0))
            }
          />
          {maxQuantity > 1 && quantityOf(id) > 0 && (
            <TextInput
              aria-label={`How many of ${title}`}
              type="number"
              size="xs"
              min={minQuantity}
              max={maxQuantity}
              value={quantityOf(id)}
              onChange={(event) => onChange(choose(quote, choices, id, event.currentTarget.valueAsNumber))}
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}
