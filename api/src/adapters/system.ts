import { randomBytes } from 'node:crypto';
import type { Clock, Ids } from '../ports.ts';
import { uuidSource } from './uuid.ts';

export const systemClock: Clock = { now: () => new Date() };

export const systemIds: Ids = {
  id: uuidSource(() => Date.now(), randomBytes),
  token: () => randomBytes(32).toString('base64url'),
};
