import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instance } from '../context.ts';
import type { DocumentKind } from './documents.ts';

/** What has an address: documents that we print, files that people sent, and what proves a signature. */
type Addressed = DocumentKind | 'attachments' | 'proofs' | 'statements' | 'disputes' | EvidenceKind;

/** The file that proves a signature, as its customer and as staff get it. */
export const evidenceKinds = ['evidence', 'office-evidence'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

const fiveMinutes = 5 * 60;

type Signer = Pick<Instance, 'sessionSecret' | 'clock'>;

/**
 * The address of one document for the next five minutes. A phone's browser opens it without a header, it leads to
 * nothing else, and found in a history later it opens nothing.
 */
export function documentAddress(signer: Signer, kind: Addressed, id: string): string {
  const until = Math.floor(signer.clock.now().getTime() / 1000) + fiveMinutes;
  return `/documents/${kind}/${id}${extensionOf(kind)}?until=${until}&proof=${proofOf(signer, kind, id, until)}`;
}

function extensionOf(kind: Addressed): '' | '.json' | '.pdf' | '.zip' {
  if (kind === 'disputes') return '.zip';
  if (kind === 'attachments' || kind === 'proofs') return '';
  return kind === 'evidence' || kind === 'office-evidence' ? '.json' : '.pdf';
}

export function isGoodAddress(
  signer: Signer,
  kind: Addressed,
  id: string,
  until: number,
  proof: string,
): boolean {
  if (!Number.isSafeInteger(until) || until * 1000 < signer.clock.now().getTime()) return false;
  const expected = Buffer.from(proofOf(signer, kind, id, until));
  const given = Buffer.from(proof);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const proofOf = (signer: Signer, kind: Addressed, id: string, until: number): string =>
  createHmac('sha256', signer.sessionSecret).update(`${kind}/${id}/${until}`).digest('base64url');
