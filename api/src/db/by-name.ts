import { type RawBuilder, sql } from 'kysely';
import { searchKey } from '../domain/search-key.ts';

/** Lists by name: two rows may have the same name, so the cursor holds the id, which has no space in it, and the name. */
export const nameCursor = ({ id, name }: { id: string; name: string }): string => `${id} ${name}`;

/** What comes after the row that the cursor names. */
export function afterName(cursor: string): RawBuilder<boolean> {
  const space = cursor.indexOf(' ');
  return sql`(name, id) > (${cursor.slice(space + 1)}, ${cursor.slice(0, space)})`;
}

/** One condition for each word that is searched for; a row has to hold them all in its folded `search_key`. */
export const wordPatterns = (search: string | null | undefined): RawBuilder<boolean>[] =>
  searchKey((search ?? '').slice(0, 100))
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => sql`search_key like ${`%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`} escape '\\'`);
