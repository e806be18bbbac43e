import { Worker } from 'node:worker_threads';

/**
 * Ends this process soon after the one that started it is gone, in whatever way that went, or when it takes more memory than it
 * may. A thread watches: who opens a file in one go gives nobody else a turn, and it ends the process and not itself.
 */
export function watchBeside({
  parent,
  mostMemory = Infinity,
}: {
  parent: number;
  mostMemory?: number;
}): void {
  const watch = `const isOver = () => process.ppid !== ${parent} || process.memoryUsage.rss() > ${mostMemory};
    setInterval(() => isOver() && process.kill(process.pid, 'SIGKILL'), 10);`;
  new Worker(watch, { eval: true }).unref();
}
