import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { wordPatterns } from '../db/by-name.ts';
import type { Row } from '../db/entities.ts';
import { limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import { type BankLineStatus, bankLineStatuses } from '../domain/bank/line-status.ts';
import { notFound } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import type { BankLine } from './bank-line.entity.ts';
import type { BankStatement } from './bank-statement.entity.ts';
import { findStatement } from './preview-statement.ts';

/** Statements, newest first. */
export async function listStatements(ctx: Ctx, list: PageRequest): Promise<Page<Row<BankStatement>>> {
  requirePermission(ctx, 'READ');
  let query = ctx.db.read.selectFrom('bankStatement').selectAll().orderBy('id', 'desc').limit(limitOf(list));
  if (list.after != null) query = query.where('id', '<', list.after);
  return pageOf(await query.execute(), list, ({ id }) => id);
}

/** One statement. Throws NOT_FOUND. */
export function readStatement(ctx: Ctx, id: string): Promise<Row<BankStatement>> {
  requirePermission(ctx, 'READ');
  return findStatement(ctx, id);
}

export type LineList = PageRequest & {
  status?: BankLineStatus | null | undefined;
  statementId?: string | null | undefined;
  search?: string | null | undefined;
};

/** Lines, the latest day first. */
export async function listLines(ctx: Ctx, list: LineList): Promise<Page<Row<BankLine>>> {
  requirePermission(ctx, 'READ');
  let query = ctx.db.read
    .selectFrom('bankLine')
    .selectAll()
    .orderBy('bookedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limitOf(list));
  if (list.status != null) query = query.where('status', '=', list.status);
  if (list.statementId != null) query = query.where('statementId', '=', list.statementId);
  for (const found of wordPatterns(list.search)) query = query.where(found);
  if (list.after != null) {
    const [day = '', id = ''] = list.after.split(' ');
    query = query.where(sql<boolean>`(booked_on, id) < (${day}, ${id})`);
  }
  return pageOf(await query.execute(), list, ({ bookedOn, id }) => `${bookedOn} ${id}`);
}

/** One line. Throws NOT_FOUND. */
export async function readLine(ctx: Ctx, id: string): Promise<Row<BankLine>> {
  requirePermission(ctx, 'READ');
  const line = await ctx.db.read.selectFrom('bankLine').selectAll().where('id', '=', id).executeTakeFirst();
  if (line === undefined) throw notFound();
  return line;
}

/** How many lines there are of each status. */
export async function countLines(ctx: Ctx): Promise<{ status: BankLineStatus; count: number }[]> {
  requirePermission(ctx, 'READ');
  const rows = await ctx.db.read
    .selectFrom('bankLine')
    .select(['status', ({ fn }) => fn.countAll<number | string>().as('count')])
    .groupBy('status')
    .execute();
  const counts = new Map(rows.map(({ status, count }) => [status, Number(count)]));
  return bankLineStatuses.map((status) => ({ status, count: counts.get(status) ?? 0 }));
}
