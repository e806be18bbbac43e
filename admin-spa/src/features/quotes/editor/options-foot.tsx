import { Button } from '@mantine/core';
import { Icon } from '../../../ui/icons.tsx';
import { ItemPicker } from '../../../pickers/item-picker.tsx';
import { blankGroup, blankOption } from './blank-rows.ts';
import { useDesk, useForm } from './editor-store.ts';
import { andGoTo } from './focus.ts';
import styles from './grid.module.css';
import { newItemOption } from './item-line.ts';
import { insertRows } from './rows.ts';

/** How options come in: one to tick, a choice of several, one of the catalogue. */
export function OptionsFoot() {
  const { editor, currency, defaultTax } = useDesk();
  const groups = useForm((form) => form.groups);
  const options = useForm((form) => form.options);
  const inclusive = useForm((form) => form.pricesIncludeTax);
  const tax = options.at(-1)?.tax ?? defaultTax;
  const addOption = () => {
    const option = blankOption(tax, null);
    andGoTo(
      () =>
        editor.change('an option added', (form) =>
          insertRows(form, 'options', form.options.length, [option]),
        ),
      `options.${option.id}.title`,
    );
  };
  const addGroup = () => {
    const group = blankGroup();
    const members = [blankOption(tax, group.id), blankOption(tax, group.id)];
    andGoTo(
      () =>
        editor.change('a choice added', (form) =>
          insertRows(
            insertRows(form, 'groups', form.groups.length, [group]),
            'options',
            form.options.length,
            members,
          ),
        ),
      `groups.${group.id}.title`,
    );
  };
  return (
    <div className={styles.foot}>
      <Button
        size="xs"
        variant="default"
        data-field="options.add"
        disabled={options.length >= 100}
        leftSection={<Icon name="plus" size={14} />}
        onClick={addOption}
      >
        Add an option
      </Button>
      <Button
        size="xs"
        variant="default"
        data-field="groups.add"
        disabled={groups.length >= 50}
        leftSection={<Icon name="plus" size={14} />}
        onClick={addGroup}
      >
        Add a choice of several
      </Button>
      <ItemPicker
        label="Option from the catalogue"
        currency={currency}
        pricesIncludeTax={inclusive}
        onPick={(item) => {
          const option = newItemOption(item, inclusive);
          andGoTo(
            () =>
              editor.change(`“${item.name}” added`, (form) =>
                insertRows(form, 'options', form.options.length, [option]),
              ),
            `options.${option.id}.price`,
          );
        }}
      />
      {options.length === 0 && <p className="dim">What the customer may add with a tick, at your price.</p>}
    </div>
  );
}
