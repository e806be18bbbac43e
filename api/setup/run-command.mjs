import { spawn } from 'node:child_process';

/** A command that ended badly; it has said why itself. */
export class CommandFailed extends Error {
  constructor(command, code) {
    super(`${command} ended with ${code}`);
    this.code = code;
  }
}

/** Runs a command with our console and waits for it. Signals reach it too, and it decides how to end. */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  const pass = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, pass);
      if (code === 0) resolve();
      else reject(new CommandFailed(`${command} ${args.slice(0, 2).join(' ')}`, code ?? signal));
    });
  });
}
