import { Button } from '@mantine/core';
import { memo } from 'react';
import { Icon } from '../../../ui/icons.tsx';
import { ItemPicker } from '../../../pickers/item-picker.tsx';
import { useDesk, useForm } from './editor-store.ts';
import { andGoTo } from './focus.ts';
import styles from './grid.module.css';
import { newItemLine } from './item-line.ts';
import { insertRows } from './rows.ts';
import { mostLines } from './use-line-paste.ts';
import type { RowActs } from './use-rows.ts';

/** How lines come in: an empty one, one of the catalogue, and what the keys do. */
export const LinesFoot = memo(function LinesFoot({ acts }: { acts: RowActs }) {
  const { editor, currency } = useDesk();
  const inclusive = useForm((form) => form.pricesIncludeTax);
  const isFull = useForm((form) => form.lines.length >= mostLines);
  return (
    <div className={styles.foot}>
      <Button
        size="xs"
        variant="default"
        data-field="lines.add"
        disabled={isFull}
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => acts.add(null)}
      >
        Add a line
      </Button>
      <ItemPicker
        label="Add from the catalogue"
        currency={currency}
        pricesIncludeTax={inclusive}
        onPick={(item) => {
          const line = newItemLine(item, inclusive);
          andGoTo(
            () =>
              editor.change(`“${item.name}” added`, (form) =>
                insertRows(form, 'lines', form.lines.length, [line]),
              ),
            `lines.${line.id}.quantity`,
          );
        }}
      />
      <p className="dim">
        <kbd>Enter</kbd> adds a line, <kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd> moves it, <kbd>Ctrl</kbd>{' '}
        <kbd>D</kbd> copies it. Rows of a spreadsheet can be pasted.
      </p>
    </div>
  );
});
