import type { Sql } from '../db/database.ts';
import type { Instant } from '../db/instant.ts';

/** Mail servers report addresses in any case. */
export const folded = (address: string): string => address.trim().toLowerCase();

/** When somebody at this address reported our mail as unwanted; null when nobody did. */
export async function unwantedSince(query: Sql, address: string): Promise<Instant | null> {
  const row = await query
    .selectFrom('mailComplaint')
    .select('at')
    .where('address', '=', folded(address))
    .executeTakeFirst();
  return row?.at ?? null;
}
