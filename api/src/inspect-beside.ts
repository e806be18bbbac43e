import { execFile } from 'node:child_process';
import { isLarge } from './db/inspect.ts';
import { endWith, OperatorProblem } from './operator-problem.ts';
import { paths } from './paths.ts';

/**
 * Reads through a large database in a process of its own while this one already serves; a small one was read before. When
 * it turns out to be damaged, this process ends with what the other one said.
 */
export function inspectBeside(url: string): void {
  if (!isLarge(url)) return;
  const command = [paths.cli, 'inspect', '--for', String(process.pid)];
  const child = execFile(process.execPath, command, (error, _said, complaint) => {
    if (error !== null && error.code === 1) endWith(new OperatorProblem(complaint.trim()));
  });
  child.unref();
  process.once('exit', () => child.kill());
}
