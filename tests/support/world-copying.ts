import { backup } from '../../api/src/db/backup.ts';

// A process of its own (KL-08): copies a database that is in use, and may be killed at any moment.

const [, , url = '', target = ''] = process.argv;
process.send?.('ready');
await backup(url, target);
process.exit(0);
