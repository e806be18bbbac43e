import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { EditItemScreenQuery } from '../../gql/graphql.ts';
import { amountText, thousandthsText } from '../../ui/entry.ts';
import { useFormat } from '../../ui/format.ts';
import forms from '../../ui/form.module.css';
import { billing, taxTreatment } from '../../ui/words.ts';
import type { ItemEntry } from './item-entry.ts';

export type KnownItem = EditItemScreenQuery['catalogueItem'];
export type ItemDefaults = { currency: string; defaultTaxRate: number; pricesIncludeTax: boolean };

type Props = {
  item: KnownItem | null;
  defaults: ItemDefaults;
  entry: ItemEntry | null;
  problems: Record<string, string | undefined>;
};

const choices = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The fields of an item, uncontrolled; the form around them reads and sends them. */
export function ItemFields({ item, problems, ...rest }: Props) {
  return (
    <>
      <TextInput
        label="Name"
        description="The line of a quote says it."
        name="name"
        maxLength={200}
        required
        defaultValue={item?.name}
        error={problems['name']}
      />
      <Textarea
        label="Description"
        description="For the customer, where it is offered as an option."
        name="description"
        maxLength={2_000}
        autosize
        minRows={2}
        defaultValue={item?.description}
        error={problems['description']}
      />
      <Price item={item} problems={problems} {...rest} />
      <Tax item={item} problems={problems} {...rest} />
    </>
  );
}

function Price({ item, defaults: { currency }, problems }: Props) {
  return (
    <>
      <div className={forms.pair}>
        <TextInput
          label={`Price of one, ${currency}`}
          name="price"
          inputMode="decimal"
          required
          defaultValue={item ? amountText(item.price.amount, currency) : ''}
          error={problems['price']}
        />
        <TextInput
          label={`Cost of one, ${currency}`}
          name="cost"
          inputMode="decimal"
          placeholder="Without tax"
          defaultValue={item?.cost ? amountText(item.cost.amount, currency) : ''}
          error={problems['cost']}
        />
      </div>
      <div className={forms.pair}>
        <TextInput
          label="Unit"
          placeholder="h, pcs, month"
          name="unit"
          maxLength={20}
          defaultValue={item?.unit}
          error={problems['unit']}
        />
        <NativeSelect
          label="Charged"
          name="billing"
          data={choices(billing)}
          defaultValue={item?.billing ?? 'ONCE'}
        />
      </div>
    </>
  );
}

function Tax({ item, defaults, entry, problems }: Props) {
  const { taxLabel } = useFormat();
  const treatment = entry?.taxTreatment ?? item?.taxTreatment ?? 'STANDARD';
  return (
    <>
      <div className={forms.pair}>
        <NativeSelect
          label="Tax"
          name="taxTreatment"
          data={choices(taxTreatment)}
          defaultValue={item?.taxTreatment ?? 'STANDARD'}
        />
        <TextInput
          label={`${taxLabel} in %`}
          name="taxRate"
          inputMode="decimal"
          disabled={treatment !== 'STANDARD'}
          defaultValue={thousandthsText(
            item?.taxTreatment === 'STANDARD' ? item.taxRate : defaults.defaultTaxRate,
          )}
          error={problems['taxRate']}
        />
      </div>
      <Checkbox
        label={`The price has ${taxLabel} inside`}
        name="pricesIncludeTax"
        defaultChecked={item?.pricesIncludeTax ?? defaults.pricesIncludeTax}
      />
    </>
  );
}
