import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ed25519Signer, newSigningKey } from '../../api/src/adapters/signing-key.ts';
import { chainStart, wordsText } from '../../api/src/domain/audit-chain.ts';
import { type PackBody, packText } from '../../api/src/domain/evidence-pack.ts';
import { keptDocumentText } from '../../api/src/domain/kept-document.ts';
import { sha256 } from '../../api/src/sha256.ts';
import { judgePack } from '../../api/src/verify/judge-pack.ts';
import { packReport } from '../../api/src/verify/pack-report.ts';
import { cases } from '../domain/arbitraries.ts';
import { figure } from '../support/figures.ts';
import {
  aPackBody,
  entries,
  evidenceText,
  linksOf,
  ownKeys,
  sealed,
  signer,
} from '../support/evidence-file.ts';

const body = aPackBody();
const file = Buffer.from(packText(sealed(body)));
const judge = (bytes: Uint8Array, keys: ReadonlyMap<string, string> | null = ownKeys) =>
  judgePack(bytes, keys);
/** The label of the first thing that is wrong, or null. */
const firstWrong = (bytes: Uint8Array, keys?: ReadonlyMap<string, string> | null): string | null =>
  judge(bytes, keys).checks.find(({ problem }) => problem !== null)?.label ?? null;
/** What somebody makes who holds the key of the installation: the whole is signed anew, the parts are not. */
const resealed = (changes: Partial<PackBody>): Buffer =>
  Buffer.from(packText(sealed({ ...body, ...changes })));

describe('an evidence file', () => {
  test('holds as it was made, with the key of the company and with its own', () => {
    expect(judge(file).checks.map(({ problem }) => problem)).toEqual([null, null, null, null, null, null]);
    expect(judge(file, null)).toMatchObject({ usedOwnKeys: true });
    expect(firstWrong(file, null)).toBeNull();
  });

  test('EV-01: whatever is done to the bytes of the file is found', () => {
    const at = fc.nat({ max: file.length - 1 });
    const mutation = fc.oneof(
      fc.tuple(at, fc.nat({ max: 7 })).map(([place, bit]) => {
        const copy = Buffer.from(file);
        copy[place] = (copy[place] ?? 0) ^ (1 << bit);
        return copy;
      }),
      at.map((place) => Buffer.concat([file.subarray(0, place), file.subarray(place + 1)])),
      fc
        .tuple(at, fc.nat({ max: 255 }))
        .map(([place, byte]) =>
          Buffer.concat([file.subarray(0, place), Buffer.from([byte]), file.subarray(place)]),
        ),
      fc.tuple(at, at).map(([one, other]) => {
        const copy = Buffer.from(file);
        [copy[one], copy[other]] = [copy[other] ?? 0, copy[one] ?? 0];
        return copy;
      }),
      at.map((place) => file.subarray(0, place)),
    );
    fc.assert(
      fc.property(mutation, (bytes) => {
        fc.pre(!bytes.equals(file));
        expect(firstWrong(bytes)).not.toBeNull();
      }),
      cases(500),
    );
    const what = 'mutations of an evidence file, found offline with the public key';
    figure({ goal: 'G13', what, on: 'offline', count: cases(500).numRuns ?? 500, found: 0 });
  });

  test('EV-01: the same facts in another spelling are another file', () => {
    const pack: unknown = JSON.parse(file.toString());
    for (const text of [`${file.toString()}\n`, ` ${file.toString()}`, JSON.stringify(pack, null, 1)])
      expect(firstWrong(Buffer.from(text))).toBe('The shape of the file');
    expect(firstWrong(Buffer.from(file.toString().replace('{', '{"company":"Somebody",')))).not.toBeNull();
  });

  test('EV-01: a part that was changed is found and named, even when the whole was signed anew', () => {
    const flipped = (text: string) =>
      fc.tuple(fc.nat({ max: text.length - 1 }), fc.nat({ max: 6 })).map(([place, bit]) => {
        const code = text.charCodeAt(place) ^ (1 << bit);
        return text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1);
      });
    const { approved, evidence, document, history } = body;
    const pdf = Buffer.from(document.bytes, 'base64');
    const mutation = fc.oneof(
      flipped(evidenceText).map((text) => ['record', { evidence: { ...evidence, text } }] as const),
      flipped(evidenceText).map(
        (text) => ['record', { evidence: { ...evidence, text, sha256: sha256(text) } }] as const,
      ),
      flipped(evidence.signature).map(
        (signature) => ['record', { evidence: { ...evidence, signature } }] as const,
      ),
      flipped(approved.text).map((text) => ['approved', { approved: { ...approved, text } }] as const),
      flipped(approved.text).map(
        (text) => ['approved', { approved: { text, sha256: sha256(text) } }] as const,
      ),
      flipped(document.bytes).map((bytes) => ['PDF', { document: { ...document, bytes } }] as const),
      fc.nat({ max: pdf.length - 1 }).map((place) => {
        const bytes = Buffer.from(pdf);
        bytes[place] = (bytes[place] ?? 0) ^ 1;
        const forged = { ...document, bytes: bytes.toString('base64'), sha256: sha256(bytes) };
        return ['PDF', { document: forged }] as const;
      }),
      fc
        .tuple(
          fc.nat({ max: 2 }),
          fc.constantFrom('at', 'actor', 'action', 'text', 'facts', 'salt', 'wordsHash' as const),
          fc.string(),
        )
        .map(([k, field, value]) => {
          const told = history.entries[k];
          if (told === undefined) throw new Error('no such entry');
          const forged = { ...told, entry: { ...told.entry, [field]: value } };
          return ['history', { history: { ...history, entries: history.entries.with(k, forged) } }] as const;
        }),
      // An entry of the log itself, so that the piece is computed from another text than was sealed.
      fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 3 }), fc.string()).map(([run, k, text]) => {
        const piece = history.runs[run];
        const link = piece?.links[k];
        if (piece === undefined || link === undefined) throw new Error('no such place');
        const links = piece.links.with(k, { ...link, entry: sha256(text) });
        return [
          'history',
          { history: { ...history, runs: history.runs.with(run, { ...piece, links }) } },
        ] as const;
      }),
    );
    fc.assert(
      fc.property(mutation, ([part, changes]) => {
        fc.pre(JSON.stringify({ ...body, ...changes }) !== JSON.stringify(body));
        const wrong = firstWrong(resealed(changes));
        expect(wrong).toContain(part);
      }),
      cases(500),
    );
  });

  test('EV-01: an entry deleted, put in or swapped, and a history cut off, is found by the fingerprints that were mailed', () => {
    const { history } = body;
    const [, second] = history.runs;
    if (second === undefined) throw new Error('no second piece');
    /** What a database gives after somebody changed it and computed every seal anew. */
    const rewritten = (list: typeof entries) => {
      const links = linksOf(list).slice(4, 10);
      return { ...history, runs: history.runs.with(1, { ...second, links }) };
    };
    const wrongs = [
      rewritten(entries.toSpliced(6, 1)),
      rewritten(entries.toSpliced(6, 0, { ...(entries[6] ?? entries[0]!), id: 'new' })),
      rewritten(entries.with(6, entries[7]!).with(7, entries[6]!)),
      { ...history, runs: history.runs.with(1, { ...second, links: second.links.slice(0, -1) }) },
      { ...history, runs: history.runs.with(1, { ...second, links: second.links.toSpliced(2, 1) }) },
      { ...history, runs: history.runs.slice(0, 1) },
      { ...history, entries: history.entries.slice(0, 2) },
      { ...history, entries: history.entries.with(0, { ...history.entries[0]!, seq: 0 }) },
      { ...history, anchors: history.anchors.slice(1) },
    ];
    for (const wrong of wrongs) expect(firstWrong(resealed({ history: wrong }))).toBe('The history');
    const cut = judge(resealed({ history: wrongs[3]! }));
    expect(packReport(cut).join('\n')).toContain('was mailed on 2026-11-21; it was cut off or replaced');
  });

  test('a forger with another key deceives nobody who has the key of the company', () => {
    const forger = ed25519Signer(newSigningKey());
    const text = evidenceText.replace('374900', '974900');
    const document = { ...body.document, keyId: forger.keyId };
    const forged = sealed(
      {
        ...body,
        evidence: { text, sha256: sha256(text), signature: forger.sign(text), keyId: forger.keyId },
        document: { ...document, signature: forger.sign(keptDocumentText(document)) },
        keys: [{ id: forger.keyId, publicKey: forger.publicKey }],
      },
      forger,
    );
    const bytes = Buffer.from(packText(forged));
    expect(firstWrong(bytes)).toBe('The file as a whole');
    expect(packReport(judge(bytes)).join('\n')).toContain(
      `the key ${forger.keyId}, and that key was not given`,
    );
    // The name of the right key on a wrong one helps no more.
    const renamed = sealed({ ...body, keys: [{ id: signer.keyId, publicKey: forger.publicKey }] }, forger);
    expect(
      firstWrong(Buffer.from(packText({ ...renamed, seal: { ...renamed.seal, keyId: signer.keyId } }))),
    ).toBe('The file as a whole');
  });

  test('the report says what it proves and what it does not, and whose key was believed', () => {
    const report = packReport(judge(file)).join('\n');
    expect(report).toContain('This file holds');
    expect(report).toContain('Signed by  Ana Silva, ana@silvadental.example');
    expect(report).toContain('$3,749.00 once');
    expect(report).toContain('2026-11-21  10 entries');
    expect(report).toContain('fingerprint was mailed.');
    expect(report).not.toContain('No fingerprint was mailed since');
    expect(report).toContain('What it does not prove');
    expect(report).toContain('no qualified electronic signature');
    expect(report).not.toContain('No key was given');
    expect(packReport(judge(file, null)).join('\n')).toContain('No key was given');
  });

  test('the report says so when no fingerprint was mailed since the signature', () => {
    const { history } = body;
    const anchors = history.anchors.slice(0, 1);
    const young = judge(resealed({ history: { ...history, anchors } }));
    const report = packReport(young).join('\n');
    expect(report).toContain('No fingerprint was mailed since the signature yet');
    expect(report).toContain('What this proves');
    expect(report).not.toContain('fingerprint was mailed.');
  });

  test('the report does not say that somebody signed what staff recorded for them', () => {
    const text = evidenceText.replace('"DRAWN"', '"ON_BEHALF"');
    const evidence = { ...body.evidence, text, sha256: sha256(text), signature: signer.sign(text) };
    const last = historyWith(`{"evidenceHash":"${sha256(text)}"}`);
    const report = packReport(judge(resealed({ evidence, history: last }))).join('\n');
    expect(report).toContain('Agreed by  Ana Silva');
    expect(report).toContain('The customer signed nothing on the server');
  });
});

/** The history as it would have been sealed with another text in the entry of the signature. */
function historyWith(facts: string): PackBody['history'] {
  const told = entries.map((entry) =>
    entry.action === 'quote.accepted'
      ? { ...entry, facts, wordsHash: sha256(wordsText({ ...entry, facts })) }
      : entry,
  );
  const links = linksOf(told);
  const hashAt = (seq: number): string => links[seq - 1]?.hash ?? '';
  return {
    runs: [
      { from: { seq: 0, hash: chainStart }, links: links.slice(0, 4) },
      { from: { seq: 4, hash: hashAt(4) }, links: links.slice(4, 10) },
    ],
    entries: [9].map((seq) => ({ seq, entry: told[seq - 1]! })),
    anchors: [4, 10].map((seq) => ({ day: `2026-11-2${seq}`, seq, hash: hashAt(seq) })),
  };
}
