import { type KeyboardEvent, useId, useState } from 'react';
import type { PickedItemFragment } from '../../../gql/graphql.ts';
import { Cell } from './cell.tsx';
import { setCell, useDesk } from './editor-store.ts';
import { goTo } from './focus.ts';
import { itemLine } from './item-line.ts';
import type { LineEntry } from './quote-form.ts';
import { Suggestions } from './suggestions.tsx';

const none: readonly PickedItemFragment[] = [];

/** Words of one's own, or an item of the catalogue that fits them: taking it fills the line. */
export function DescriptionCell({ line, problem }: { line: LineEntry; problem: string | undefined }) {
  const { editor } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const [items, setItems] = useState(none);
  const [active, setActive] = useState(-1);
  const listId = useId();
  const close = () => {
    setOpen(false);
    setItems(none);
    setActive(-1);
  };
  const take = (item: PickedItemFragment) => {
    close();
    editor.change(`“${item.name}” taken from the catalogue`, (form) => itemLine(form, line.id, item));
    goTo(`lines.${line.id}.quantity`);
  };
  // while suggestions are there the arrows, Enter and Escape are theirs; otherwise they are the grid's
  const onKeyDown = (event: KeyboardEvent) => {
    if (items.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const item = items[active];
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && item) take(item);
    else if (event.key === 'ArrowDown') setActive((active + 1) % items.length);
    else if (event.key === 'ArrowUp' && active >= 0) setActive(active - 1);
    else return;
    event.preventDefault();
  };
  const isShown = items.length > 0;
  return (
    <Cell
      field={`lines.${line.id}.description`}
      area="words"
      label="Description"
      value={line.description}
      problem={problem}
      maxLength={500}
      placeholder="What is sold"
      onType={(description) => {
        setOpen(true);
        setActive(-1);
        setCell(editor, 'lines', line.id, { description });
      }}
      more={{
        role: 'combobox',
        'aria-expanded': isShown,
        'aria-controls': isShown ? listId : undefined,
        'aria-autocomplete': 'list',
        'aria-activedescendant': active >= 0 ? `${listId}-${active}` : undefined,
        onKeyDown,
        onBlur: close,
      }}
    >
      {isOpen && (
        <Suggestions
          id={listId}
          words={line.description}
          items={items}
          active={active}
          onFound={setItems}
          onTake={take}
        />
      )}
    </Cell>
  );
}
