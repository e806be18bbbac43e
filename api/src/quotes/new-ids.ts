import type { Ids } from '../ports.ts';
import type { QuoteDraft } from './quote-draft.ts';

/**
 * The same content for another quote: every line, group, option and stage gets an id of its own, and what refers to one of
 * them refers to the new one. A reference to something that is not there is left out.
 */
export function withNewIds(draft: QuoteDraft, ids: Ids): QuoteDraft {
  const groupIds = new Map(draft.groups.map(({ id }) => [id, ids.id()]));
  const optionIds = new Map(draft.options.map(({ id }) => [id, ids.id()]));
  const inPlaceOf = (old: readonly string[]): string[] => old.flatMap((id) => optionIds.get(id) ?? []);
  return {
    ...draft,
    lines: draft.lines.map((line) => ({ ...line, id: ids.id() })),
    groups: draft.groups.map((group) => ({ ...group, id: groupIds.get(group.id) ?? ids.id() })),
    options: draft.options.map((option) => ({
      ...option,
      id: optionIds.get(option.id) ?? ids.id(),
      groupId: option.groupId === null ? null : (groupIds.get(option.groupId) ?? null),
      requires: inPlaceOf(option.requires),
      excludes: inPlaceOf(option.excludes),
    })),
    stages: draft.stages.map((stage) => ({ ...stage, id: ids.id() })),
  };
}
