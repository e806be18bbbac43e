import type { Database } from '../../api/src/db/database.ts';

const tablesOf = {
  sqlite: `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`,
  postgres: `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
};

/** Everything that the database holds, table by table, as text that can be searched and compared. */
export async function everyRow({ kind, transaction }: Database): Promise<string> {
  return transaction(async ({ em }) => {
    const tables = await em.execute<{ name: string }[]>(tablesOf[kind]);
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await em.execute<object[]>(`select * from "${name}" order by 1`);
      found.push(`${name} ${JSON.stringify(rows, asText)}`);
    }
    return found.join('\n');
  });
}

const asText = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
