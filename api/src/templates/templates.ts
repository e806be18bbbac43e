import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { Refusal } from '../domain/refusal.ts';
import { searchKey } from '../domain/search-key.ts';
import { firstProblem, textProblem } from '../domain/text-limits.ts';
import { conflict } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import { readTemplate, type TemplateCard } from './list-templates.ts';
import { QuoteTemplate } from './quote-template.entity.ts';
import type { ArchiveTemplateInput, RenameTemplateInput, RestoreTemplateInput } from './template.type.ts';

type Names = Pick<RenameTemplateInput, 'name' | 'description' | 'trade'>;

/** Changes what a template is called; its content comes from a quote, see save-quote-as-template.ts. */
export async function renameTemplate(ctx: Ctx, input: RenameTemplateInput): Promise<TemplateCard | Refusal> {
  requirePermission(ctx, 'WRITE_QUOTES');
  const problem = namesProblem(input);
  if (problem !== null) return problem;
  await ctx.db.transaction(async (tx) => {
    const template = await templateToChange(tx, input);
    tx.em.assign(template, { ...namesOf(input, template.title), updatedAt: ctx.now });
    await tx.em.flush();
    await record(ctx, tx.sql, entryOf('renamed', 'renamed', template));
  });
  return readTemplate(ctx, input.id);
}

/** Takes a template out of the list. */
export async function archiveTemplate(ctx: Ctx, input: ArchiveTemplateInput): Promise<TemplateCard> {
  requirePermission(ctx, 'WRITE_QUOTES');
  await ctx.db.transaction(async (tx) => {
    const template = await templateToArchive(tx, input, true);
    if (template === null) return;
    tx.em.assign(template, { archivedAt: ctx.now });
    await tx.em.flush();
    await record(ctx, tx.sql, entryOf('archived', 'archived', template));
  });
  return readTemplate(ctx, input.id);
}

/** Offers an archived template again. */
export async function restoreTemplate(ctx: Ctx, input: RestoreTemplateInput): Promise<TemplateCard> {
  requirePermission(ctx, 'WRITE_QUOTES');
  await ctx.db.transaction(async (tx) => {
    const template = await templateToArchive(tx, input, false);
    if (template === null) return;
    tx.em.assign(template, { archivedAt: null });
    await tx.em.flush();
    await record(ctx, tx.sql, entryOf('restored', 'restored', template));
  });
  return readTemplate(ctx, input.id);
}

async function templateToChange({ em }: Tx, { id, version }: { id: string; version: number }) {
  const template = await em.findOneOrFail(QuoteTemplate, id);
  if (template.version !== version) throw conflict();
  return template;
}

/** Null when it is done already: whoever clicks twice is told the same twice, whatever version they saw. */
async function templateToArchive(tx: Tx, input: { id: string; version: number }, archived: boolean) {
  const template = await tx.em.findOneOrFail(QuoteTemplate, input.id);
  return (template.archivedAt != null) === archived ? null : templateToChange(tx, input);
}

export const entryOf = (action: string, done: string, template: Pick<QuoteTemplate, 'id' | 'name'>) => ({
  action: `template.${action}`,
  text: `Template ${template.name} ${done}`,
  facts: { templateId: template.id },
});

export const namesOf = ({ name, description, trade }: Names, title: string) => ({
  name: name.trim(),
  description: description.trim(),
  trade: trade.trim(),
  searchKey: searchKey(`${name} ${description} ${trade} ${title}`),
});

export const namesProblem = ({ name, description, trade }: Names): Refusal | null =>
  firstProblem([
    textProblem('name', name, 100, 1),
    textProblem('description', description, 500),
    textProblem('trade', trade, 60),
  ]);
