import { createHash, randomBytes } from 'node:crypto';
import type { Clock, Ids } from '../ports.ts';
import { uuidSource } from './uuid.ts';

export const systemClock: Clock = { now: () => new Date() };

export const systemIds: Ids = {
  id: uuidSource(() => Date.now(), randomBytes),
  token: () => randomBytes(32).toString('base64url'),
};

/** In lower-case hex; text counts as UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
