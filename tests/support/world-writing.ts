import { openDatabase } from '../../api/src/db/database.ts';
import { instant } from '../../api/src/db/instant.ts';

// A process of its own (DB-11): writes rows with the numbers 1, 2, 3 until it is told to stop, and tells how many were committed.

const [, , url = '', scope = ''] = process.argv;

const db = await openDatabase(url);
let isStopped = false;
process.once('message', () => (isStopped = true));
process.send?.('ready');
let committed = 0;
while (!isStopped) {
  const key = String(committed + 1).padStart(9, '0');
  await db.transaction(({ sql }) =>
    sql
      .insertInto('idempotency')
      .values({ scope, key, requestHash: 'x'.repeat(500), answer: '', createdAt: instant(new Date()) })
      .execute(),
  );
  committed += 1;
}
await db.close();
process.send?.(committed);
process.disconnect?.();
