import { type ClipboardEvent, useState } from 'react';
import { isBlankLine } from './blank-rows.ts';
import { useDesk } from './editor-store.ts';
import { andGoTo } from './focus.ts';
import { type Pasted, pasteLines } from './paste-lines.ts';
import { isTable } from './paste-table.ts';
import { indexOf, insertRows, withRows } from './rows.ts';
import { pastedCell } from './use-rows.ts';

/** As many lines as a quote can have (schema/quote-actions.graphql). */
export const mostLines = 500;

/** Makes lines of what was copied from a spreadsheet, below the one that has the focus; a blank one gives way. */
export function useLinePaste() {
  const { editor, currency, defaultTax } = useDesk();
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const id = pastedCell(event);
    if (id === null || !isTable(text)) return;
    event.preventDefault();
    const at = indexOf(editor.form(), 'lines', id);
    const here = editor.form().lines[at];
    const found = pasteLines(text, currency, here?.tax ?? defaultTax, mostLines - editor.form().lines.length);
    const [first] = found.lines;
    if (!first) return;
    setPasted(found);
    andGoTo(
      () =>
        editor.change(`${found.lines.length} lines pasted`, (form) => {
          const added = insertRows(form, 'lines', at + 1, found.lines);
          const isFree = here !== undefined && isBlankLine(here);
          return isFree
            ? withRows(
                added,
                'lines',
                added.lines.filter((line) => line.id !== id),
              )
            : added;
        }),
      `lines.${first.id}.description`,
    );
  };
  return { pasted, dismiss: () => setPasted(null), onPaste };
}
