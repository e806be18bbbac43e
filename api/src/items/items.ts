import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { searchKey } from '../domain/search-key.ts';
import { conflict } from '../fault.ts';
import { sha256 } from '../sha256.ts';
import { requirePermission } from '../staff/require.ts';
import { CatalogueItem } from './catalogue-item.entity.ts';
import type {
  ArchiveCatalogueItemInput,
  CatalogueItemInput,
  CreateCatalogueItemInput,
  RestoreCatalogueItemInput,
  UpdateCatalogueItemInput,
} from './catalogue-item.type.ts';
import { itemProblem } from './item-problem.ts';
import { readItem } from './list-items.ts';

type Item = Row<CatalogueItem>;

/** Adds an item to the catalogue, priced in the currency of the company. */
export async function createCatalogueItem(
  ctx: Ctx,
  input: CreateCatalogueItemInput,
): Promise<Item | Refusal> {
  const staff = requirePermission(ctx, 'WRITE_QUOTES');
  const problem = itemProblem(input.item);
  if (problem !== null) return problem;
  const request = {
    scope: `staff:${staff.id}:item`,
    key: input.idempotencyKey,
    requestHash: sha256(JSON.stringify(input.item)),
  };
  const made = await ctx.db.transaction(async ({ em, sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const item = em.create(CatalogueItem, {
      id: ctx.ids.id(),
      version: 1,
      currency: ctx.company.currency,
      createdAt: ctx.now,
      ...columnsOf(input.item),
    });
    await em.flush();
    await record(ctx, query, entryOf('created', 'added', item));
    await keepAnswer(query, request, item, ctx.now);
    return { id: item.id };
  });
  return isRefusal(made) ? made : readItem(ctx, made.id);
}

/** Changes an item; quotes that exist keep the price that they took over. */
export async function updateCatalogueItem(
  ctx: Ctx,
  input: UpdateCatalogueItemInput,
): Promise<Item | Refusal> {
  requirePermission(ctx, 'WRITE_QUOTES');
  const problem = itemProblem(input.item);
  if (problem !== null) return problem;
  await ctx.db.transaction(async (tx) => {
    const item = await itemToChange(tx, input);
    tx.em.assign(item, columnsOf(input.item));
    await tx.em.flush();
    await record(ctx, tx.sql, entryOf('changed', 'changed', item));
  });
  return readItem(ctx, input.id);
}

/** Takes an item out of lists and pickers; what holds it keeps it. */
export async function archiveCatalogueItem(ctx: Ctx, input: ArchiveCatalogueItemInput): Promise<Item> {
  requirePermission(ctx, 'WRITE_QUOTES');
  await ctx.db.transaction(async (tx) => {
    const item = await itemToArchive(tx, input, true);
    if (item === null) return;
    tx.em.assign(item, { archivedAt: ctx.now });
    await tx.em.flush();
    await record(ctx, tx.sql, entryOf('archived', 'archived', item));
  });
  return readItem(ctx, input.id);
}

/** Offers an archived item again. */
export async function restoreCatalogueItem(ctx: Ctx, input: RestoreCatalogueItemInput): Promise<Item> {
  requirePermission(ctx, 'WRITE_QUOTES');
  await ctx.db.transaction(async (tx) => {
    const item = await itemToArchive(tx, input, false);
    if (item === null) return;
    tx.em.assign(item, { archivedAt: null });
    await tx.em.flush();
    await record(ctx, tx.sql, entryOf('restored', 'restored', item));
  });
  return readItem(ctx, input.id);
}

async function itemToChange({ em }: Tx, { id, version }: { id: string; version: number }) {
  const item = await em.findOneOrFail(CatalogueItem, id);
  if (item.version !== version) throw conflict();
  return item;
}

/** Null when it is done already: whoever clicks twice is told the same twice, whatever version they saw. */
async function itemToArchive(tx: Tx, input: { id: string; version: number }, archived: boolean) {
  const item = await tx.em.findOneOrFail(CatalogueItem, input.id);
  return (item.archivedAt != null) === archived ? null : itemToChange(tx, input);
}

const entryOf = (action: string, done: string, item: CatalogueItem) => ({
  action: `item.${action}`,
  text: `${item.name} ${done}`,
  facts: { itemId: item.id, price: item.price },
});

const columnsOf = (input: CatalogueItemInput) => ({
  name: input.name.trim(),
  description: input.description.trim(),
  unit: input.unit.trim(),
  price: input.price,
  pricesIncludeTax: input.pricesIncludeTax ? 1 : 0,
  taxTreatment: input.taxTreatment,
  taxRate: input.taxRate,
  billing: input.billing,
  cost: input.cost ?? null,
  searchKey: searchKey(`${input.name} ${input.description}`),
});
