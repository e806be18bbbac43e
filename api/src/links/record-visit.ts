import type { Ctx } from '../context.ts';
import { statement } from '../db/statement.ts';
import type { Row } from '../db/entities.ts';
import { badInput } from '../fault.ts';
import type { LinkVisit } from '../portal/link-visit.entity.ts';
import { requireLink } from '../staff/require.ts';

export type Visit = { visitId: string; opened: boolean };

/**
 * Notes that a page was loaded, and apart from that, that a person had it open. Mail scanners load pages and run their
 * scripts; what they never do is move a hand on a visible page, so only that counts as opened. Each once per visit.
 */
export async function recordVisit(ctx: Ctx, { visitId, opened }: Visit): Promise<true> {
  const link = requireLink(ctx);
  if (visitId.length < 8 || visitId.length > 100)
    throw badInput('The id of a visit has 8 to 100 characters.');
  const row: Row<LinkVisit> = {
    id: ctx.ids.id(),
    linkId: link.linkId,
    quoteId: link.quoteId,
    visitId,
    kind: opened ? 'OPENED' : 'FETCHED',
    at: ctx.now,
    ip: ctx.client.ip,
    userAgent: ctx.client.userAgent,
  };
  await ctx.db.transaction(async ({ sql: query }) => {
    // A link in the wrong hands shall not fill the disk; whoever looked so often has been noticed.
    const { count } = await query
      .selectFrom('linkVisit')
      .select((visits) => visits.fn.countAll<number>().as('count'))
      .where('linkId', '=', link.linkId)
      .executeTakeFirstOrThrow();
    if (Number(count) < mostVisits) await insertVisit(query, row);
  });
  return true;
}

const mostVisits = 1_000;

const insertVisit = statement((query, row: Row<LinkVisit>) =>
  query
    .insertInto('linkVisit')
    .values(row)
    .onConflict((conflict) => conflict.columns(['linkId', 'visitId', 'kind']).doNothing()),
);
