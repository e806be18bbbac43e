import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instance } from '../context.ts';
import type { DocumentKind } from './documents.ts';

const fiveMinutes = 5 * 60;

type Signer = Pick<Instance, 'sessionSecret' | 'clock'>;

/**
 * The address of one document for the next five minutes. A phone's browser opens it without a header, it leads to
 * nothing else, and found in a history later it opens nothing.
 */
export function documentAddress(signer: Signer, kind: DocumentKind, id: string): string {
  const until = Math.floor(signer.clock.now().getTime() / 1000) + fiveMinutes;
  return `/documents/${kind}/${id}.pdf?until=${until}&proof=${proofOf(signer, kind, id, until)}`;
}

export function isGoodAddress(
  signer: Signer,
  kind: DocumentKind,
  id: string,
  until: number,
  proof: string,
): boolean {
  if (!Number.isSafeInteger(until) || until * 1000 < signer.clock.now().getTime()) return false;
  const expected = Buffer.from(proofOf(signer, kind, id, until));
  const given = Buffer.from(proof);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const proofOf = (signer: Signer, kind: DocumentKind, id: string, until: number): string =>
  createHmac('sha256', signer.sessionSecret).update(`${kind}/${id}/${until}`).digest('base64url');
