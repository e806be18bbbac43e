import { type RefObject, useEffect } from 'react';
import { flushSync } from 'react-dom';
import type { Editor } from './editor-store.ts';
import { goTo } from './focus.ts';
import { historyStep } from './grid-keys.ts';

/** Where the focus stands, so that it does not fall off the page when its row goes away. */
function place(): (() => void) | null {
  const field = document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'];
  const row = document.activeElement?.closest('[data-row]');
  if (field === undefined || !row?.parentElement) return null;
  const rows = row.parentElement;
  const at = [...rows.querySelectorAll(':scope > [data-row]')].indexOf(row);
  const column = field.split('.').at(-1);
  return () => {
    if (document.activeElement !== document.body) return;
    const left = [...rows.querySelectorAll<HTMLElement>(':scope > [data-row]')];
    const id = left[Math.min(at, left.length - 1)]?.dataset['row'];
    if (id !== undefined) goTo(`${rows.getAttribute('data-rows')}.${id}.${column}`);
  };
}

/** Undo and redo by keys, in the editor and where nothing has the focus. */
export function useHistoryKeys(editor: Editor, root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = historyStep(event);
      const target = event.target instanceof Node ? event.target : null;
      if (step === null || !(target === document.body || root.current?.contains(target))) return;
      event.preventDefault();
      const back = place();
      flushSync(step === 1 ? editor.redo : editor.undo);
      back?.();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [editor, root]);
}
