import type { Database } from '../db/database.ts';
import type { Noted } from '../erasures/noted.ts';
import { lookAtAll } from './check.ts';

/** Says of each thing that was looked at whether it is well, and of what is not, for which rows. Returns whether all is. */
export async function reportOn(
  db: Database,
  say: (line: string) => unknown,
  noted: readonly Noted[] = [],
): Promise<boolean> {
  let looks = 0;
  let found = 0;
  for await (const { name, findings } of lookAtAll(db, new Date(), noted)) {
    looks += 1;
    found += findings.length;
    say(`${findings.length === 0 ? '  ok    ' : '  BROKEN'}  ${name}`);
    for (const finding of findings) {
      say(`            ${finding.name === name ? '' : `${finding.name}: `}${finding.subject}`);
    }
  }
  say(
    found === 0
      ? `Looked at ${looks} things: all is well.`
      : `Looked at ${looks} things: ${found} found that must never be so. Stop, keep a backup of the database as it is, and find out who wrote to it before anything is mended.`,
  );
  return found === 0;
}
