import BetterSqlite from 'better-sqlite3';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { OperatorProblem } from '../operator-problem.ts';
import { openSqlite } from './sqlite.ts';

/** Copies a database that is in use. The target appears complete or not at all. Throws with a sentence for the operator. */
export async function backup(url: string, target: string): Promise<void> {
  if (!url.startsWith('sqlite:')) throw new OperatorProblem('PostgreSQL brings its own tool: use pg_dump.');
  if (existsSync(target)) throw new OperatorProblem(`${target} exists already.`);
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  const source = openSqlite(url.slice('sqlite:'.length), 'read');
  await source.backup(partial);
  source.close();
  verify(partial);
  renameSync(partial, target);
}

function verify(file: string): void {
  const copy = new BetterSqlite(file, { readonly: true });
  const answer = copy.pragma('integrity_check', { simple: true });
  copy.close();
  if (answer !== 'ok') throw new OperatorProblem(`The copy is damaged: ${String(answer)}`);
}
