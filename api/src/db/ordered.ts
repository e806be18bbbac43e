import { type RawBuilder, sql } from 'kysely';
import type { SortDirection } from '../domain/list-order.ts';
import { badInput } from '../fault.ts';
import type { Sql } from './database.ts';

type Condition = RawBuilder<boolean>;
type Key = string | number;

/**
 * A stretch of rows that one index holds in the order of the list: all that stand in the same way. Those of a higher rank come
 * later when the order ascends. `keys` are columns of that index, which are never null there; a run without keys is in the
 * order of its ids alone. Whoever adds a condition that the index should not be chosen for makes it `apart`.
 */
export type Run = Readonly<{ rank: number; where: readonly Condition[]; keys: readonly RawBuilder<Key>[] }>;

/**
 * The order of a list, and what its cursors are bound to: the rank of the run, then the keys, then the id. `blanks` stand for
 * the keys of a run that has none, and say of what type each key is.
 */
export type Order = Readonly<{
  table: 'invoice' | 'payment';
  name: string;
  direction: SortDirection;
  blanks: readonly Key[];
}>;

/** Where a row stands: its rank, its keys, its id. Two rows never stand at the same place. */
export type Place = readonly Key[];

type Placed = { id: string; r: number } & Record<`k${number}`, Key>;

/** A column that this condition is not to be looked up by: both databases take the index for what is left. */
export const apart = (column: RawBuilder<unknown>): RawBuilder<string> => sql`(${column} || '')`;

/** Says where a page ends; only a list in the same order can go on from there. */
export function cursorOf({ name, direction }: Order, place: Place): string {
  return Buffer.from(JSON.stringify([name, direction, ...place])).toString('base64url');
}

/** The place that the cursor names; null for the beginning. A cursor of another order would skip rows, so it is none. */
export function placeOf({ name, direction, blanks }: Order, cursor: string | null | undefined): Place | null {
  if (cursor == null) return null;
  const [said, way, ...place] = read(cursor);
  const like = [0, ...blanks, ''];
  const isKey = (value: unknown, at: number): value is Key =>
    typeof value === typeof like[at] && (typeof value === 'string' || Number.isSafeInteger(value));
  if (said === name && way === direction && place.length === like.length && place.every(isKey)) return place;
  throw badInput('after has to be the endCursor of a page in the same order.');
}

function read(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

const way = ({ direction }: Order) => (direction === 'ASCENDING' ? sql`asc` : sql`desc`);
const beyond = ({ direction }: Order) => (direction === 'ASCENDING' ? sql`>` : sql`<`);
const keysOf = ({ blanks }: Order) => blanks.map((_blank, at) => sql.ref(`k${at}`));
const ordered = (order: Order, keys: readonly RawBuilder<unknown>[]) =>
  sql.join([...keys, sql`id`].map((key) => sql`${key} ${way(order)}`));

/**
 * The next rows along the indexes of the runs; each run gives at most a page, and the pages are merged. What conditions of
 * all runs look into is found once, as `shared`: a name and a selection.
 */
export async function alongRuns(
  query: Sql,
  order: Order,
  runs: readonly Run[],
  { after, limit }: { after: Place | null; limit: number },
  shared: readonly RawBuilder<unknown>[] = [],
): Promise<Place[]> {
  const left = runs.flatMap((run) => leftOf(order, run, after));
  if (left.length === 0) return [];
  const parts = left.map(({ rank, where, keys }, at) => {
    const columns = selected(order, sql.lit(rank), keys);
    return sql`select * from (select ${columns} from ${sql.table(order.table)}
      where ${sql.join(where, sql` and `)} order by ${ordered(order, keys)} limit ${limit}) as ${sql.ref(`run${at}`)}`;
  });
  return inOrder(query, order, sql.join(parts, sql` union all `), { after: null, limit }, shared);
}

/** What a list is put in order by, as the columns of a selection: id, r, k0, k1 … */
export const selected = (order: Order, rank: RawBuilder<unknown>, keys: readonly RawBuilder<unknown>[]) =>
  sql.join([
    sql`id`,
    sql`${rank} as r`,
    ...order.blanks.map((blank, at) => sql`${keys[at] ?? sql.lit(blank)} as ${sql.ref(`k${at}`)}`),
  ]);

/** What is left of a run behind the place: all of it, what comes after the row, or nothing. */
function leftOf(order: Order, run: Run, after: Place | null): Run[] {
  const rank = Number(after?.[0] ?? run.rank);
  if (after === null || (order.direction === 'ASCENDING' ? run.rank > rank : run.rank < rank)) return [run];
  if (run.rank !== rank) return [];
  const place = run.keys.length === 0 ? after.slice(-1) : after.slice(1);
  const next = sql<boolean>`(${sql.join([...run.keys, sql`id`])}) ${beyond(order)} (${sql.join(place)})`;
  return [{ ...run, where: [...run.where, next] }];
}

/** The next of few rows, which `source` selects as id, r, k0, k1 …; they are put in order here. `shared` as for the runs. */
export async function inOrder(
  query: Sql,
  order: Order,
  source: RawBuilder<unknown>,
  { after, limit }: { after: Place | null; limit: number },
  shared: readonly RawBuilder<unknown>[],
): Promise<Place[]> {
  const given = shared.length === 0 ? sql`` : sql`with ${sql.join(shared)} `;
  const place = [sql.ref('r'), ...keysOf(order)];
  const next =
    after === null
      ? sql``
      : sql`where (${sql.join([...place, sql`id`])}) ${beyond(order)} (${sql.join(after)})`;
  const { rows } = await sql<Placed>`${given}select * from (${source}) as found ${next}
    order by ${ordered(order, place)} limit ${limit}`.execute(query);
  return rows.map((row) => [row.r, ...order.blanks.map((blank, at) => row[`k${at}`] ?? blank), row.id]);
}

/** How many rows there are, but never counted further than the most. */
export async function countUpTo(query: Sql, most: number, rows: RawBuilder<unknown>): Promise<number> {
  const { rows: counted } = await sql<{ count: number }>`select count(*) as count
    from (select 1 from ${rows} limit ${most + 1}) as few`.execute(query);
  return Number(counted[0]?.count ?? 0);
}
