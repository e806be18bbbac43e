import type { ChoiceProblem } from '@countersign/api/domain/options';

/** Brings a place of the page into view and the focus with it; of a broken rule, where it can be mended. */
export function leadTo(place: string | ChoiceProblem): void {
  const id = typeof place === 'string' ? place : placeOf(place);
  const found = document.getElementById(id);
  found?.scrollIntoView();
  found?.focus({ preventScroll: true });
}

const placeOf = ({ groupId, optionId }: ChoiceProblem): string => {
  if (groupId !== null) return `group-${groupId}`;
  return optionId === null ? 'options-title' : `option-${optionId}`;
};
