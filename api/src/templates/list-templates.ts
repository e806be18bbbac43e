import type { Ctx } from '../context.ts';
import { afterName, nameCursor, wordPatterns } from '../db/by-name.ts';
import type { Row } from '../db/entities.ts';
import { limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import { notFound } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import type { QuoteTemplate } from './quote-template.entity.ts';

export type TemplateList = PageRequest & {
  search?: string | null | undefined;
  archived?: boolean | null | undefined;
};

/** What lists and cards show: everything but the content, which may be long. */
export type TemplateCard = Omit<Row<QuoteTemplate>, 'draft' | 'searchKey' | 'baseDate' | 'createdAt'>;
const shown = [
  'id',
  'version',
  'name',
  'description',
  'trade',
  'title',
  'currency',
  'lineCount',
  'optionCount',
  'updatedAt',
  'archivedAt',
] as const;

/** Templates by name. */
export async function listTemplates(ctx: Ctx, list: TemplateList): Promise<Page<TemplateCard>> {
  requirePermission(ctx, 'READ');
  let query = ctx.db.read
    .selectFrom('quoteTemplate')
    .select(shown)
    .where('archivedAt', list.archived === true ? 'is not' : 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(limitOf(list));
  if (list.after != null) query = query.where(afterName(list.after));
  for (const pattern of wordPatterns(list.search)) query = query.where(pattern);
  return pageOf(await query.execute(), list, nameCursor);
}

/** One template as lists show it. Throws NOT_FOUND. */
export async function readTemplate(ctx: Ctx, id: string): Promise<TemplateCard> {
  requirePermission(ctx, 'READ');
  const template = await ctx.db.read
    .selectFrom('quoteTemplate')
    .select(shown)
    .where('id', '=', id)
    .executeTakeFirst();
  if (template === undefined) throw notFound();
  return template;
}
