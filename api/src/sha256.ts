import { createHash } from 'node:crypto';

/** In lower-case hex; text counts as UTF-8. The one hash of seals, evidence, tokens and stored documents. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
