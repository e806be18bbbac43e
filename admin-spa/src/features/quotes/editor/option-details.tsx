import { Cell, SelectCell } from './cell.tsx';
import type { Problems } from './checks.ts';
import { setCell, useDesk, useForm } from './editor-store.ts';
import { OptionLinks } from './option-links.tsx';
import styles from './options.module.css';
import type { OptionEntry } from './quote-form.ts';
import { tidyAmount } from '../../../ui/tidy.ts';

const alone = '';

/** What most options do not need: words, a quantity, a group, rules about other options, and the cost. */
export function OptionDetails({ option, problems }: { option: OptionEntry; problems: Problems }) {
  const { editor } = useDesk();
  const groups = useForm((form) => form.groups);
  const at = (column: keyof OptionEntry) => `options.${option.id}.${column}`;
  const set = (patch: Partial<OptionEntry>) => setCell(editor, 'options', option.id, patch);
  return (
    <div className={styles.details}>
      <div className={styles.wide}>
        <Cell
          field={at('description')}
          label="What it is good for"
          value={option.description}
          onType={(description) => set({ description })}
          maxLength={2000}
          placeholder="A sentence or two for the customer"
        />
      </div>
      <Cell
        field={at('minQuantity')}
        label="Quantity from"
        value={option.minQuantity}
        onType={(minQuantity) => set({ minQuantity })}
        problem={problems['minQuantity']}
        figure
      />
      <Cell
        field={at('maxQuantity')}
        label="Quantity to"
        value={option.maxQuantity}
        onType={(maxQuantity) => set({ maxQuantity })}
        problem={problems['maxQuantity']}
        figure
      />
      <Cell
        field={at('unit')}
        label="Unit"
        value={option.unit}
        onType={(unit) => set({ unit })}
        maxLength={20}
        placeholder="pages"
      />
      <Cell
        field={at('cost')}
        label="Cost of one"
        value={option.cost}
        onType={(cost) => set({ cost })}
        problem={problems['cost']}
        tidy={tidyAmount}
        figure
        placeholder="Staff only"
      />
      {groups.length > 0 && (
        <SelectCell
          field={at('groupId')}
          label="Belongs to"
          value={option.groupId ?? alone}
          choices={[
            [alone, 'No choice: stands alone'],
            ...groups.map((group, index) => [group.id, group.title || `Choice ${index + 1}`] as const),
          ]}
          onChoose={(groupId) => set({ groupId: groupId === alone ? null : groupId })}
        />
      )}
      <OptionLinks option={option} list="requires" label="Only together with" />
      <OptionLinks option={option} list="excludes" label="Not together with" />
    </div>
  );
}
