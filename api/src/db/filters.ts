import { type RawBuilder, sql } from 'kysely';
import { apart, countUpTo } from './ordered.ts';
import type { Sql } from './database.ts';

export type Condition = RawBuilder<boolean>;
export type Given<T> = T | null | undefined;

/** Rows that are worth being put in order up to so many. */
type Few = Readonly<{ from: RawBuilder<unknown>; where: readonly Condition[]; most: number }>;

/** A way to the rows of one filter by an index of its own, which is worth it while each of its parts is few rows. */
export type Way = Readonly<{
  from: RawBuilder<unknown>;
  where: readonly Condition[];
  parts: readonly Few[];
}>;

/** One filter: its way, and the same as a condition for rows that were found in another way. */
export type Filter = Readonly<{
  way: Way | null;
  apart: readonly Condition[];
  /** What `apart` looks into, found once for all that do (ordered.ts). */
  shared?: readonly RawBuilder<unknown>[];
}>;

/** As many rows as a page may cost that are looked up one by one in the table; not all of their columns are in the index. */
export const fewRows = 2_000;
/** How many rows may be put in order that an index holds with everything that is asked of them. */
export const coveredRows = 10_000;
/** And where walking might find them all in one far place. */
export const farRows = 60_000;
/** And where such an index is gone through in order instead of being sorted. */
export const coveredRange = 200_000;

export const both = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`1 = 1` : sql`${sql.join(conditions, sql` and `)}`;
const either = (conditions: readonly Condition[]): Condition => sql`(${sql.join(conditions, sql` or `)})`;

/** A column has this value. */
export function ofColumn(from: Way['from'], name: string, value: Given<string>, most: number): Filter | null {
  if (value == null) return null;
  const column = sql.ref(name);
  return {
    way: oneWay(from, [sql`${column} = ${value}`], most),
    apart: [sql`${apart(column)} = ${value}`],
  };
}

/** A way of one part. */
export const oneWay = (from: Way['from'], where: readonly Condition[], most: number): Way => ({
  from,
  where,
  parts: [{ from, where, most }],
});

/** One of several conditions, the same for rows that are found in another way, and how many rows of it are few. */
export type Part = Readonly<{
  is: Condition;
  apart: Condition;
  most: number;
  shared?: readonly RawBuilder<unknown>[];
}>;

/** Rows that pass any of several conditions, each of which has an index; none is found twice. */
export function ofAny(table: 'invoice' | 'payment', parts: readonly Part[]): Filter {
  const from = sql.table(table);
  const found = parts.map(({ is }, at) => {
    const earlier = parts
      .slice(0, at)
      .map((before) => sql<boolean>`id not in (select id from ${from} where ${before.is})`);
    return sql`select * from ${from} where ${both([is, ...earlier])}`;
  });
  const few = parts.map(({ is, most }) => ({ from, where: [is], most }));
  const way: Way =
    few.length === 1
      ? { from, where: few.flatMap(({ where }) => where), parts: few }
      : { from: sql`(${sql.join(found, sql` union all `)}) as ${sql.ref(table)}`, where: [], parts: few };
  return {
    way,
    apart: [either(parts.map((part) => part.apart))],
    shared: parts.flatMap(({ shared }) => shared ?? []),
  };
}

/** What the filters look into when their rows are found in another way. */
export const sharedBy = (filters: readonly Filter[]): RawBuilder<unknown>[] =>
  filters.flatMap(({ shared }) => shared ?? []);

/** The way of the first filter that few enough rows pass, with the others as conditions; null when many pass each of them. */
export async function narrowWay(
  query: Sql,
  filters: readonly Filter[],
): Promise<{ from: Way['from']; where: Condition[]; shared: RawBuilder<unknown>[] } | null> {
  for (const { way } of filters) {
    if (way === null || !(await areFew(query, way.parts))) continue;
    const others = filters.filter((other) => other.way !== way);
    const where = [...way.where, ...others.flatMap((other) => other.apart)];
    return { from: way.from, where, shared: sharedBy(others) };
  }
  return null;
}

async function areFew(query: Sql, parts: readonly Few[]): Promise<boolean> {
  for (const { from, where, most } of parts)
    if ((await countUpTo(query, most, sql`${from} where ${both(where)}`)) > most) return false;
  return true;
}
