/**
 * A printed document that is kept: what was mailed, downloaded and verified are the same bytes. The installation signs what it is
 * together with its hash, so that bytes and hash cannot be exchanged together: the signed quote QT-SILVA-0001-1 stays that.
 */
import { canonical } from './canonical.ts';

/** What a kept document is; `sha256` is of its bytes, hexadecimal. */
export type KeptDocument = Readonly<{
  kind: string;
  subjectId: string;
  version: string;
  filename: string;
  sha256: string;
}>;

/** The version of a quote's document that carries the signature and its certificate. */
export const signedVersion = 'signed';

/** The text that is signed when the document is kept. */
export const keptDocumentText = ({ kind, subjectId, version, filename, sha256 }: KeptDocument): string =>
  canonical({ kind, subjectId, version, filename, sha256 });
