import type { PointerEvent } from 'react';
import { useDesk } from './editor-store.ts';
import type { ListName } from './quote-form.ts';
import { indexOf } from './rows.ts';

const edge = 72;

/**
 * Drags a row among those of its list on the page. Nothing is drawn anew on the way: a mark shows where it would land, and
 * the row moves once, when it is let go. Escape leaves everything as it was.
 */
export function useRowDrag(id: string, moveTo: (id: string, to: number) => void) {
  const { editor } = useDesk();
  return (down: PointerEvent<HTMLElement>) => {
    const row = down.currentTarget.closest<HTMLElement>('[data-row]');
    const list = row?.closest<HTMLElement>('[data-rows]');
    if (!row || !list || down.button !== 0) return;
    down.preventDefault();
    const grip: HTMLElement = down.currentTarget;
    const end = new AbortController();
    const others = [...list.querySelectorAll<HTMLElement>(':scope > [data-row]')];
    const from = others.indexOf(row);
    let target: HTMLElement | null = null;
    const mark = (next: HTMLElement | null) => {
      target?.removeAttribute('data-drop');
      target = next;
      target?.setAttribute('data-drop', target && others.indexOf(target) > from ? 'below' : 'above');
    };
    const stop = () => {
      end.abort();
      row.removeAttribute('data-dragged');
      mark(null);
    };
    row.setAttribute('data-dragged', '');
    grip.setPointerCapture(down.pointerId);
    const { signal } = end;
    grip.addEventListener(
      'pointermove',
      ({ clientY }) => {
        if (clientY < edge) scrollBy(0, -14);
        else if (clientY > innerHeight - edge) scrollBy(0, 14);
        const over = others.find((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return clientY >= top && clientY < bottom;
        });
        if (over) mark(over === row ? null : over);
      },
      { signal },
    );
    grip.addEventListener(
      'pointerup',
      () => {
        const name = list.dataset['rows'] as ListName;
        const to = target ? indexOf(editor.form(), name, target.dataset['row'] ?? '') : -1;
        stop();
        if (to >= 0) moveTo(id, to);
      },
      { signal },
    );
    grip.addEventListener('pointercancel', stop, { signal });
    window.addEventListener('keydown', (event) => event.key === 'Escape' && stop(), { signal });
  };
}
