/**
 * Everything that proves one signature, in one file that a stranger can check with the public key alone: the approved text, the
 * record of the signature, the signed PDF, and the places of the history that tell of them. Each part is checked by itself, so
 * that the report can name what is wrong; and one signature over all of it finds what no part would notice.
 */
import type { AuditText } from './audit-chain.ts';
import { canonical } from './canonical.ts';
import { historyProblem } from './evidence-history.ts';
import { membersOf } from './members-of.ts';
import { type KeptDocument, keptDocumentText, signedVersion } from './kept-document.ts';

/** Goes up when a part changes its meaning. */
export const packFormat = 'countersign-evidence-1';

/** A signature, base64url, and the id of the key that made it. */
type Signed = Readonly<{ signature: string; keyId: string }>;

/** One place of the chain: the hash of the entry, and the seal. Whose entry it is cannot be told from it. */
export type PackLink = Readonly<{ seq: number; entry: string; hash: string }>;

/** A piece of the chain without gaps, from a fingerprint that was mailed (or the beginning) to the next one. */
export type PackRun = Readonly<{
  from: Readonly<{ seq: number; hash: string }>;
  links: readonly PackLink[];
}>;

/** An entry that can be read, with its place; place 0 is none. */
export type PackEntry = Readonly<{ seq: number; entry: AuditText }>;

/** A fingerprint that was mailed to the owner on a day. */
export type PackAnchor = Readonly<{ day: string; seq: number; hash: string }>;

/** What the history says about the quote. */
export type PackHistory = Readonly<{
  runs: readonly PackRun[];
  entries: readonly PackEntry[];
  anchors: readonly PackAnchor[];
}>;

/** The file without its seal. */
export type PackBody = Readonly<{
  format: typeof packFormat;
  madeAt: string;
  company: string;
  quote: string;
  verifyAt: string;
  approved: Readonly<{ text: string; sha256: string }>;
  evidence: Readonly<{ text: string; sha256: string }> & Signed;
  /** `bytes` is the PDF in base64. */
  document: KeptDocument & Signed & Readonly<{ bytes: string }>;
  history: PackHistory;
  keys: readonly Readonly<{ id: string; publicKey: string }>[];
}>;

/** The file. */
export type EvidencePack = PackBody & Readonly<{ seal: Signed }>;

/** The text that the seal signs. */
export const packBodyText = (body: PackBody): string => canonical(body);

/** The file as it is written; any other spelling of the same facts is not it. */
export const packText = (pack: EvidencePack): string => canonical(pack);

/** What is done with bytes and keys. Hashes are SHA-256, hexadecimal; `bytesOf` gives null for what is not base64. */
export type PackTools = Readonly<{
  hashOf(content: string | Uint8Array): string;
  bytesOf(base64: string): Uint8Array | null;
  isSigned(publicKey: string, text: string, signature: string): boolean;
  /** The keys that are believed, by their ids. */
  keys: ReadonlyMap<string, string>;
}>;

/** One thing that was looked at, and what is wrong with it. */
export type PackCheck = Readonly<{ label: string; problem: string | null }>;

function signatureProblem(tools: PackTools, text: string, { signature, keyId }: Signed): string | null {
  const key = tools.keys.get(keyId);
  if (key === undefined) return `It is signed with the key ${keyId}, and that key was not given.`;
  return tools.isSigned(key, text, signature) ? null : `Its signature does not match the key ${keyId}.`;
}

function sealProblem(pack: EvidencePack, tools: PackTools): string | null {
  const { seal, ...body } = pack;
  const problem = signatureProblem(tools, packBodyText(body), seal);
  return problem === null ? null : `Something in the file is not as it was when it was made. ${problem}`;
}

/** What the record says of itself, as far as it has to fit the rest. */
const said = (text: string) => membersOf(text, ['quote', 'revisionHash']);

function evidenceProblem({ evidence, quote }: EvidencePack, tools: PackTools): string | null {
  if (tools.hashOf(evidence.text) !== evidence.sha256)
    return 'The record of the signature does not match its fingerprint.';
  const problem = signatureProblem(tools, evidence.text, evidence);
  if (problem !== null) return problem;
  return said(evidence.text)['quote'] === quote ? null : 'The record is about another quote.';
}

function approvedProblem({ approved, evidence }: EvidencePack, tools: PackTools): string | null {
  if (tools.hashOf(approved.text) !== approved.sha256)
    return 'The approved text does not match its fingerprint.';
  if (tools.hashOf(evidence.text) !== evidence.sha256)
    return 'It cannot be compared, because the record of the signature was changed.';
  return said(evidence.text)['revisionHash'] === approved.sha256
    ? null
    : 'The record of the signature names another approved text.';
}

function documentProblem({ document, quote }: EvidencePack, tools: PackTools): string | null {
  const bytes = tools.bytesOf(document.bytes);
  if (bytes === null || tools.hashOf(bytes) !== document.sha256)
    return 'The PDF does not match its fingerprint.';
  const problem = signatureProblem(tools, keptDocumentText(document), document);
  if (problem !== null) return problem;
  return document.kind === 'quotes' &&
    document.version === signedVersion &&
    document.filename === `${quote}.pdf`
    ? null
    : 'The PDF is not the signed one of this quote.';
}

/** Looks at every part. All is well when no check has a problem; otherwise the first one is the one to name. */
export const checkPack = (pack: EvidencePack, tools: PackTools): readonly PackCheck[] => [
  { label: 'The file as a whole', problem: sealProblem(pack, tools) },
  { label: 'The record of the signature', problem: evidenceProblem(pack, tools) },
  { label: 'The approved text', problem: approvedProblem(pack, tools) },
  { label: 'The signed PDF', problem: documentProblem(pack, tools) },
  { label: 'The history', problem: historyProblem(pack.history, pack.evidence.sha256, tools.hashOf) },
];
