import { createHmac } from 'node:crypto';
import type { Ctx } from '../context.ts';

/** Keyed with a secret that no copy of the database holds, and bound to its quote, so that a code opens nothing else. */
export const codeHash = (
  { sessionSecret }: Pick<Ctx, 'sessionSecret'>,
  quoteId: string,
  code: string,
): string =>
  createHmac('sha256', sessionSecret)
    .update(`signing-code:${quoteId}:${code.replace(/\D/g, '')}`)
    .digest('hex');
