import { randomBytes, randomInt } from 'node:crypto';
import type { Clock, Ids } from '../ports.ts';
import { uuidSource } from './uuid.ts';

export const systemClock: Clock = { now: () => new Date() };

export const systemIds: Ids = {
  id: uuidSource(() => Date.now(), pooledBytes()),
  code: () => String(randomInt(1_000_000)).padStart(6, '0'),
  token: () => randomBytes(32).toString('base64url'),
};

/** Random bytes from a stock: asking the system for ten costs as much as asking for thousands. Not for secrets. */
function pooledBytes(): (size: number) => Uint8Array {
  let stock = randomBytes(4096);
  return (size) => {
    if (stock.length < size) stock = randomBytes(4096);
    const taken = stock.subarray(0, size);
    stock = stock.subarray(size);
    return taken;
  };
}
