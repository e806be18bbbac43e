import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Instance } from '../context.ts';
import type { LocalDate } from '../domain/local-date.ts';

/** That somebody was erased, in ids: enough to do it again where an older backup brought the data back. */
export type Noted = { erasure: string; customer: string; day: LocalDate };

/** Beside the database and not in it, because a backup that is restored takes everything in it back. */
const listFile = (dataDir: string): string => join(dataDir, 'erasures.jsonl');

/** The erasures that were noted. A line that was cut off in the middle is none: it is noted again. */
export function notedErasures(dataDir: string): Noted[] {
  const file = listFile(dataDir);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').flatMap(readLine);
}

function readLine(line: string): Noted[] {
  try {
    const { erasure, customer, day } = JSON.parse(line) as Noted;
    return typeof erasure === 'string' && typeof customer === 'string' ? [{ erasure, customer, day }] : [];
  } catch {
    return [];
  }
}

/** Notes every erasure of the database that is not noted yet; after each one, and every minute for those of other processes. */
export async function noteErasures({ db, config }: Pick<Instance, 'db' | 'config'>): Promise<void> {
  const rows = await db.read
    .selectFrom('erasure')
    .select(['id', 'customerId', 'day'])
    .orderBy('id')
    .execute();
  if (rows.length === 0) return;
  const known = new Set(notedErasures(config.dataDir).map(({ erasure }) => erasure));
  const lines = rows
    .filter(({ id }) => !known.has(id))
    .map(({ id, customerId, day }) =>
      JSON.stringify({ erasure: id, customer: customerId, day } satisfies Noted),
    );
  // Each on a line of its own, also behind one that was cut off.
  if (lines.length > 0) append(listFile(config.dataDir), `\n${lines.join('\n')}\n`);
}

function append(file: string, text: string): void {
  const handle = openSync(file, 'a', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
