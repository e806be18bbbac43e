import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { type ListScreen, mostViews, tooManyViews, viewProblem } from '../domain/saved-view.ts';
import { notFound } from '../fault.ts';
import { sha256 } from '../sha256.ts';
import { requirePermission } from '../staff/require.ts';
import type { SavedView } from './saved-view.entity.ts';
import type { RenameViewInput, SaveViewInput } from './saved-view.type.ts';

/** One's own views of a list and those that others share, by name. */
export function listViews(ctx: Ctx, screen: ListScreen): Promise<Row<SavedView>[]> {
  const staff = requirePermission(ctx, 'READ');
  return ctx.db.read
    .selectFrom('savedView')
    .selectAll()
    .where('screen', '=', screen)
    .where((view) => view.or([view('staffId', '=', staff.id), view('shared', '=', 1)]))
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Whether the one who asks saved it. */
export const isOwn = ({ actor }: Ctx, view: Pick<Row<SavedView>, 'staffId'>): boolean =>
  actor.kind === 'staff' && actor.id === view.staffId;

/** Keeps a list under a name; a repeat with the same key gives the first one again. */
export async function saveView(ctx: Ctx, input: SaveViewInput): Promise<Row<SavedView> | Refusal> {
  const staff = requirePermission(ctx, 'READ');
  const problem = viewProblem(input);
  if (problem !== null) return problem;
  const { idempotencyKey, ...rest } = input;
  const request = {
    scope: `staff:${staff.id}:view`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify(rest)),
  };
  const made = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    if ((await countOwn(query, staff.id, input.screen)) >= mostViews) return tooManyViews();
    const view = {
      id: ctx.ids.id(),
      staffId: staff.id,
      screen: input.screen,
      name: input.name.trim(),
      search: input.search.trim(),
      shared: input.shared ? 1 : 0,
      createdAt: ctx.now,
    };
    await query.insertInto('savedView').values(view).execute();
    await record(ctx, query, {
      action: 'view.saved',
      text: `View ${view.name} saved`,
      facts: { viewId: view.id },
    });
    await keepAnswer(query, request, view, ctx.now);
    return view;
  });
  return isRefusal(made) ? made : readOwn(ctx, made.id);
}

/** Gives one's own view another name, or shares it. */
export async function renameView(ctx: Ctx, input: RenameViewInput): Promise<Row<SavedView> | Refusal> {
  const staff = requirePermission(ctx, 'READ');
  const problem = viewProblem(input);
  if (problem !== null) return problem;
  await ctx.db.transaction(async ({ sql: query }) => {
    const { numUpdatedRows } = await query
      .updateTable('savedView')
      .set({ name: input.name.trim(), shared: input.shared ? 1 : 0 })
      .where('id', '=', input.id)
      .where('staffId', '=', staff.id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw notFound();
    const text = `View renamed to ${input.name.trim()}`;
    await record(ctx, query, { action: 'view.renamed', text, facts: { viewId: input.id } });
  });
  return readOwn(ctx, input.id);
}

/** Takes away one's own view. What is gone already is gone; what belongs to somebody else stays. */
export async function deleteView(ctx: Ctx, id: string): Promise<boolean> {
  const staff = requirePermission(ctx, 'READ');
  return ctx.db.transaction(async ({ sql: query }) => {
    const view = await query.selectFrom('savedView').selectAll().where('id', '=', id).executeTakeFirst();
    if (view === undefined) return true;
    if (view.staffId !== staff.id) throw notFound();
    await query.deleteFrom('savedView').where('id', '=', id).execute();
    await record(ctx, query, {
      action: 'view.deleted',
      text: `View ${view.name} deleted`,
      facts: { viewId: id },
    });
    return true;
  });
}

async function countOwn(query: Sql, staffId: string, screen: ListScreen): Promise<number> {
  const { count } = await query
    .selectFrom('savedView')
    .where('staffId', '=', staffId)
    .where('screen', '=', screen)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Read back; the answer to a repeat may be gone by now. */
async function readOwn(ctx: Ctx, id: string): Promise<Row<SavedView>> {
  const view = await ctx.db.read.selectFrom('savedView').selectAll().where('id', '=', id).executeTakeFirst();
  if (view === undefined || !isOwn(ctx, view)) throw notFound();
  return view;
}
