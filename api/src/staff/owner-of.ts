import type { Sql } from '../db/database.ts';

/** The first owner who may still sign in: who is written to when nobody else is the right one. */
export const ownerOf = (query: Sql) =>
  query
    .selectFrom('staff')
    .select(['name', 'email'])
    .where('role', '=', 'OWNER')
    .where('disabledAt', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
