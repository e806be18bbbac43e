import { Button } from '@mantine/core';
import { ItemPicker } from '../../../pickers/item-picker.tsx';
import { amountText } from '../../../ui/entry.ts';
import { useFormat } from '../../../ui/format.ts';
import { Icon } from '../../../ui/icons.tsx';
import { Panel } from '../../../ui/page.tsx';
import { taxOf } from '../../../ui/values.ts';
import styles from './free.module.css';
import { blankFreeLine, type FreeForm, type FreeLine } from './free-form.ts';
import { FreeLineFields } from './free-line-fields.tsx';
import { ratesOf } from './free-rates.ts';

type Props = {
  form: FreeForm;
  currency: string;
  defaultTax: string;
  problems: Record<string, string>;
  onChange: (patch: Partial<FreeForm>) => void;
};

const mostLines = 200;

export function FreeLines({ form, currency, defaultTax, problems, onChange }: Props) {
  const { taxLabel } = useFormat();
  const { lines } = form;
  const put = (next: readonly FreeLine[]) => onChange({ lines: next });
  const add = (line: FreeLine) => {
    put([...lines, line]);
    // the new field is there once it is drawn
    requestAnimationFrame(() =>
      document
        .querySelector<HTMLElement>(`[name="${line.id}.${line.description ? 'quantity' : 'description'}"]`)
        ?.focus(),
    );
  };
  const rates = ratesOf([defaultTax, ...lines.map(({ tax }) => tax)]);
  return (
    <Panel
      title="Lines"
      flush
      aside={
        <label className={styles.aside}>
          <input
            type="checkbox"
            checked={form.pricesIncludeTax}
            onChange={(event) => onChange({ pricesIncludeTax: event.currentTarget.checked })}
          />
          Prices include {taxLabel}
        </label>
      }
    >
      <div className={styles.lines}>
        {lines.map((line, at) => (
          <FreeLineFields
            key={line.id}
            line={line}
            place={at + 1}
            currency={currency}
            rates={rates}
            problems={problems}
            onChange={(patch) => put(lines.map((one) => (one.id === line.id ? { ...one, ...patch } : one)))}
            onRemove={() => {
              const rest = lines.filter(({ id }) => id !== line.id);
              put(rest.length > 0 ? rest : [blankFreeLine(defaultTax)]);
            }}
          />
        ))}
      </div>
      <div className={styles.foot}>
        <Button
          size="xs"
          variant="default"
          disabled={lines.length >= mostLines}
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => add(blankFreeLine(lines.at(-1)?.tax ?? defaultTax))}
        >
          Add a line
        </Button>
        <ItemPicker
          label="Add from the catalogue"
          currency={currency}
          pricesIncludeTax={form.pricesIncludeTax}
          onPick={(item) => {
            const price = form.pricesIncludeTax ? item.grossPrice : item.netPrice;
            add({
              ...blankFreeLine(taxOf(item.taxTreatment, item.taxRate)),
              description: item.name,
              unit: item.unit,
              unitPrice: amountText(price.amount, price.currency),
            });
          }}
        />
      </div>
    </Panel>
  );
}
