import { type Database, openDatabase } from '../../api/src/db/database.ts';
import { migrate } from '../../api/src/db/migrate.ts';
import { countingPlugin } from './counting.ts';

// A process of its own (KL-07): prepares an empty database and dies before the statement with this number.

const [, , url = '', at = ''] = process.argv;

const db = await openDatabase(url);
let statements = 0;
const plugin = countingPlugin(() => {
  statements += 1;
  if (statements === Number(at)) process.kill(process.pid, 'SIGKILL');
});
const transaction: Database['transaction'] = (work) =>
  db.transaction((tx) => work({ em: tx.em, sql: tx.sql.withPlugin(plugin) }));
await migrate({ ...db, transaction }, new Date());
await db.close();
process.send?.(statements);
process.disconnect?.();
