import { addDays, daysBetween, type LocalDate } from '../domain/local-date.ts';
import type { QuoteDraft } from '../quotes/quote-draft.ts';

/** What a template keeps of a quote: everything but what was agreed with its customer. */
export const forTemplate = (draft: QuoteDraft): QuoteDraft => ({ ...draft, termsNote: '' });

/** The columns that hold the content. */
export const contentColumns = (title: string, draft: QuoteDraft, baseDate: LocalDate) => ({
  title,
  draft: JSON.stringify(draft),
  baseDate,
  lineCount: draft.lines.length,
  optionCount: draft.options.length,
});

/** Agreed days keep their distance: what was due four weeks after the quote was begun is due four weeks from today. None is in the past. */
export function withDaysMoved(draft: QuoteDraft, from: LocalDate, to: LocalDate): QuoteDraft {
  const days = daysBetween(from, to);
  const moved = (day: LocalDate | null): LocalDate | null => {
    if (day === null) return null;
    const other = addDays(day, days);
    return other < to ? to : other;
  };
  return {
    ...draft,
    effectiveDate: moved(draft.effectiveDate),
    stages: draft.stages.map((stage) => ({ ...stage, dueOn: moved(stage.dueOn) })),
  };
}
