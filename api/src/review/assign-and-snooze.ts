import type { Ctx } from '../context.ts';
import { instant } from '../db/instant.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import { may } from '../domain/permission.ts';
import { refuse } from '../domain/refusal.ts';
import { longestSnooze } from '../domain/review.ts';
import { endOfDay } from '../domain/zone.ts';
import { notFound } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import { changeOpenItem, type Outcome } from './review.ts';

/** Says who looks after an item, or that nobody in particular does. */
export async function assignReviewItem(
  ctx: Ctx,
  { id, staffId }: { id: string; staffId: string | null },
): Promise<Outcome> {
  requirePermission(ctx, 'SETTLE_REVIEW');
  return changeOpenItem(ctx, id, async (query) => {
    if (staffId === null) return { assignedTo: null };
    const person = await query
      .selectFrom('staff')
      .select(['role', 'disabledAt'])
      .where('id', '=', staffId)
      .executeTakeFirst();
    if (person === undefined) throw notFound();
    if (person.disabledAt !== null || !may(person.role, 'SETTLE_REVIEW'))
      return refuse('INPUT_INVALID', 'Choose somebody who may settle items.', 'staffId');
    return { assignedTo: staffId };
  });
}

/** Puts an item off until a day begins at the company; null brings it back at once. */
export async function snoozeReviewItem(
  ctx: Ctx,
  { id, until }: { id: string; until: LocalDate | null },
): Promise<Outcome> {
  requirePermission(ctx, 'SETTLE_REVIEW');
  if (until !== null && (until <= ctx.today || until > addDays(ctx.today, longestSnooze)))
    return refuse('INPUT_INVALID', 'Choose a day after today, within a year.', 'until');
  return changeOpenItem(ctx, id, async () => ({
    snoozedUntil: until === null ? null : instant(endOfDay(addDays(until, -1), ctx.company.timeZone)),
  }));
}
