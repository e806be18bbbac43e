import { readFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second, whatever the kernel's own clock does. */
const millisecondsPerTick = 10;

const readProc = (pid: number, name: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    // Not every system has /proc; these figures are then missing and the others stand.
    return '';
  }
};

/** CPU time that a process has used so far, all its threads together, in milliseconds; NaN where it cannot be read. */
export function cpuMilliseconds(pid: number): number {
  const fields = readProc(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
}

/** Memory of a process that is really in use, in megabytes; NaN where it cannot be read. */
export const residentMegabytes = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readProc(pid, 'status'))?.[1]) / 1024;
