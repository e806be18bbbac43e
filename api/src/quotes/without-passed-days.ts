import { inWords, type LocalDate } from '../domain/local-date.ts';
import type { QuoteDraft } from './quote-draft.ts';

/** The draft without agreed days that have passed, and a sentence for each that somebody has to agree anew. */
export function withoutPassedDays(
  draft: QuoteDraft,
  today: LocalDate,
): Readonly<{ draft: QuoteDraft; texts: readonly string[] }> {
  const texts: string[] = [];
  const unlessPassed = (what: string, day: LocalDate | null): LocalDate | null => {
    if (day === null || day >= today) return day;
    texts.push(`${what}, ${inWords(day)}, has passed and was taken out`);
    return null;
  };
  const effectiveDate = unlessPassed('The day on which it begins', draft.effectiveDate);
  const stages = draft.stages.map((stage) => ({
    ...stage,
    dueOn: unlessPassed(`The day of stage “${stage.label}”`, stage.dueOn),
  }));
  return { draft: { ...draft, effectiveDate, stages }, texts };
}
