import { flushSync } from 'react-dom';

/** Fields carry their name, so that keys, problems and undo can lead there: `lines.<id>.unitPrice`. */
const find = (field: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);

/** Goes to a field. What is folded away is opened first. */
export function goTo(field: string): void {
  const target = find(field);
  const folded = target?.closest('details:not([open])');
  if (folded instanceof HTMLDetailsElement) folded.open = true;
  target?.scrollIntoView({ block: 'nearest' });
  target?.focus();
  if (target instanceof HTMLInputElement && target.type === 'text') target.select();
}

/** Does it, and goes to a field that may have come into being by it. */
export function andGoTo(act: () => void, field: string): void {
  flushSync(act);
  goTo(field);
}
