import { ed25519Signer, newSigningKey } from '../../api/src/adapters/signing-key.ts';
import {
  type AuditText,
  chainStart,
  entryText,
  sealText,
  wordsText,
} from '../../api/src/domain/audit-chain.ts';
import { canonical } from '../../api/src/domain/canonical.ts';
import {
  type EvidencePack,
  type PackBody,
  packBodyText,
  packFormat,
  type PackLink,
} from '../../api/src/domain/evidence-pack.ts';
import { keptDocumentText } from '../../api/src/domain/kept-document.ts';
import { sha256 } from '../../api/src/sha256.ts';

export const signingKey = newSigningKey();
export const signer = ed25519Signer(signingKey);
export const ownKeys = new Map([[signer.keyId, signer.publicKey]]);

const quote = 'QT-SILVADENTAL-0001-1';
const approved = canonical({ format: 1, number: quote, total: 374_900 });
export const evidenceText = canonical({
  format: 1,
  quote,
  title: 'Website migration',
  revisionHash: sha256(approved),
  signer: { name: 'Ana Silva', email: 'ana@silvadental.example', proof: 'CODE' },
  signedAt: '2026-11-21T08:15:30.000Z',
  strokes: [[100, 250, 130, 150, 160, 100]],
  timeZone: 'Australia/Sydney',
  totals: { gross: 374_900 },
  currency: 'AUD',
  method: 'DRAWN',
});

const wordsOf = (place: number, action: string) => {
  const facts = action === 'quote.accepted' ? canonical({ evidenceHash: sha256(evidenceText) }) : '{}';
  const words = { text: `Step ${place}`, facts, salt: `pepper ${place}` };
  return { ...words, wordsHash: sha256(wordsText(words)) };
};

const anEntry = (place: number, action = 'quote.changed'): AuditText => ({
  ...wordsOf(place, action),
  id: `0193-${place}`,
  at: '2026-11-21T01:00:00.000Z',
  actor: 'Olivia',
  staffId: null,
  action,
  quoteId: place % 3 === 0 ? 'quote-1' : 'quote-2',
  invoiceId: null,
  customerId: null,
});

export const entries = Array.from({ length: 12 }, (_, k) =>
  anEntry(k + 1, k === 8 ? 'quote.accepted' : undefined),
);

/** The chain over these entries from its beginning. */
export function linksOf(list: readonly AuditText[]): PackLink[] {
  let before = chainStart;
  return list.map((entry, k) => {
    const hash = sha256(entryText(entry));
    before = sha256(sealText(before, k + 1, hash));
    return { seq: k + 1, entry: hash, hash: before };
  });
}

const pdf = Buffer.from(`%PDF-1.7 ${quote} ${'signed '.repeat(40)}`);

/** Signs anew what somebody with the key of the installation, or with one of their own, made of the file. */
export const sealed = (body: PackBody, by = signer): EvidencePack => ({
  ...body,
  seal: { signature: by.sign(packBodyText(body)), keyId: by.keyId },
});

/** The parts of a file in which everything is right. */
export function aPackBody(): PackBody {
  const links = linksOf(entries);
  const document = {
    kind: 'quotes',
    subjectId: 'quote-1',
    version: 'signed',
    filename: `${quote}.pdf`,
    sha256: sha256(pdf),
  };
  const anchors = [4, 10].map((seq, k) => ({
    day: `2026-11-2${k}`,
    seq,
    hash: links[seq - 1]?.hash ?? '',
  }));
  const [first] = anchors;
  return {
    format: packFormat,
    madeAt: '2026-11-22T00:00:00.000Z',
    company: 'Harbour & Pine Web Studio',
    quote,
    verifyAt: 'https://quotes.example/verify',
    approved: { text: approved, sha256: sha256(approved) },
    evidence: {
      text: evidenceText,
      sha256: sha256(evidenceText),
      signature: signer.sign(evidenceText),
      keyId: signer.keyId,
    },
    document: {
      ...document,
      signature: signer.sign(keptDocumentText(document)),
      keyId: signer.keyId,
      bytes: pdf.toString('base64'),
    },
    history: {
      runs: [
        { from: { seq: 0, hash: chainStart }, links: links.slice(0, 4) },
        { from: { seq: 4, hash: first?.hash ?? '' }, links: links.slice(4, 10) },
      ],
      entries: [3, 6, 9].map((seq) => ({ seq, entry: entries[seq - 1] ?? anEntry(seq) })),
      anchors,
    },
    keys: [{ id: signer.keyId, publicKey: signer.publicKey }],
  };
}
