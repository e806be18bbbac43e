import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anchorAudit } from '../../api/src/audit/anchor-audit.ts';
import { sealAudit } from '../../api/src/audit/seal-audit.ts';
import { systemContext } from '../../api/src/context.ts';
import { sha256 } from '../../api/src/sha256.ts';
import { judgePack } from '../../api/src/verify/judge-pack.ts';
import { databases } from '../support/databases.ts';
import * as operations from '../support/operations.ts';
import { aCompany, aSignature, type Company, type Sent, type Signed } from '../support/steps.ts';
import { withoutGuards } from '../support/unguarded.ts';

/** How many bytes are changed in each column, evenly over its length: `CASES=10000` for the long run. */
const tries = Math.ceil(Number(process.env['CASES'] ?? 500) / 100);

/** One byte of a text or of a file becomes another; a letter stays one, so that nothing but the meaning is wrong. */
function oneByteOff(value: string | Uint8Array, place: number): string | Buffer {
  const at = Math.floor(place * value.length);
  if (typeof value === 'string')
    return value.slice(0, at) + (value[at] === 'e' ? 'a' : 'e') + value.slice(at + 1);
  const bytes = Buffer.from(value);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
  return bytes;
}

describe.each(databases)('somebody who owns the database on %s', (kind) => {
  let office: Company;
  let quote: Signed;
  let open: Sent;
  beforeAll(async () => {
    office = await aCompany(kind);
    quote = await office.signedQuote();
    open = await office.sentQuote();
    await office.settle();
    await seal();
    await withoutGuards(office);
  });
  afterAll(() => office?.close());

  async function seal(): Promise<void> {
    const ctx = await systemContext(office.app.instance, 'test');
    await sealAudit(ctx);
    await anchorAudit(ctx);
  }
  /** What `countersign verify` says of a file that is made now. */
  async function wrongInPack(): Promise<string[]> {
    const url = `/documents/office-evidence/${quote.id}.json`;
    const headers = await office.as('OWNER');
    const { rawPayload } = await office.app.server.inject({ url, headers });
    const { signer } = office.app.instance;
    const { checks } = judgePack(rawPayload, new Map([[signer.keyId, signer.publicKey]]));
    return checks.filter(({ problem }) => problem !== null).map(({ label }) => label);
  }
  const namesOfBroken = async () => [...new Set((await office.broken()).map(({ name }) => name))];
  const literal = (value: string | Uint8Array): string => {
    if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
    const hex = Buffer.from(value).toString('hex');
    return kind === 'sqlite' ? `x'${hex}'` : `'\\x${hex}'::bytea`;
  };
  const write = (table: string, column: string, value: string | Uint8Array, where: string) =>
    office.tamper(`update ${table} set ${column} = ${literal(value)} where ${where}`);

  const columns = [
    ['quote', 'snapshot', 'an approved quote matches its seal', 'The approved text'],
    ['quote', 'snapshot_hash', 'an approved quote matches its seal', 'The approved text'],
    [
      'acceptance',
      'evidence',
      'the evidence of an acceptance matches its hash',
      'The record of the signature',
    ],
    [
      'acceptance',
      'evidence_hash',
      'the evidence of an acceptance matches its hash',
      'The record of the signature',
    ],
    [
      'acceptance',
      'signature',
      'the evidence of an acceptance is signed with a key of ours',
      'The record of the signature',
    ],
    ['document', 'bytes', 'a kept document matches its hash', 'The signed PDF'],
    ['document', 'sha256', 'a kept document matches its hash', 'The signed PDF'],
    ['document', 'signature', 'a kept document is signed with a key of ours', 'The signed PDF'],
    ['audit', 'text', 'the history and the book are unbroken (changed)', 'The history'],
    ['audit', 'facts', 'the history and the book are unbroken (changed)', 'The history'],
    ['audit_seal', 'hash', 'the history and the book are unbroken (changed)', 'The history'],
    ['audit_anchor', 'hash', 'the history has the fingerprint that was mailed', 'The history'],
  ] as const;

  const rowOf: Readonly<Record<(typeof columns)[number][0], () => string>> = {
    quote: () => `id = '${quote.id}'`,
    acceptance: () => `quote_id = '${quote.id}'`,
    document: () => `subject_id = '${quote.id}' and version = 'signed'`,
    audit: () => `quote_id = '${quote.id}' and action = 'quote.accepted'`,
    audit_seal: () =>
      `entry_id = (select id from audit where quote_id = '${quote.id}' and action = 'quote.accepted')`,
    audit_anchor: () => `seq > 0`,
  };

  test.each(columns)(
    'EV-01: one byte changed by SQL in %s.%s is found by check and by verify',
    async (table, column, finding, label) => {
      const where = rowOf[table]();
      const [row] = await office.rows<Record<string, string | Uint8Array>>(
        `select ${column} as value from ${table} where ${where}`,
      );
      const value = row?.['value'] ?? '';
      expect(value.length).toBeGreaterThan(0);
      for (let k = 0; k < tries; k += 1) {
        const changed = oneByteOff(value, (k + 0.37) / tries);
        await write(table, column, changed, where);
        expect([k, changed, await namesOfBroken()]).toEqual([k, changed, expect.arrayContaining([finding])]);
        expect([k, changed, await wrongInPack()]).toEqual([k, changed, expect.arrayContaining([label])]);
        await write(table, column, value, where);
      }
      expect(await namesOfBroken()).toEqual([]);
      expect(await wrongInPack()).toEqual([]);
    },
  );

  /** What a stranger is told, each from an address of their own, because many tries from one are stopped. */
  let strangers = 0;
  async function verdictOn(hash: string): Promise<string> {
    const response = await office.app.server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: { query: operations.verifyDocument, variables: { input: { hash, number: null } } },
      remoteAddress: `10.9.${kind.length}.${(strangers += 1)}`,
    });
    return response.json<{ data: { verifyDocument: { verdict: string } } }>().data.verifyDocument.verdict;
  }

  test.each([
    ['acceptance', 'signer_name', `'Eve Silva'`],
    ['acceptance', 'signer_email', `'eve@silvadental.example'`],
    ['acceptance', 'signed_at', `'2026-11-20T01:00:00.000Z'`],
    ['acceptance', 'gross', `374901`],
    ['acceptance', 'currency', `'USD'`],
    ['acceptance', 'method', `'ON_BEHALF'`],
    ['acceptance', 'choices', `'[]'`],
    ['acceptance', 'choices', `'nothing'`],
    ['acceptance', 'evidence_hash', `'${sha256('another record')}'`],
    ['acceptance', 'evidence', `replace(evidence, 'Ana Silva', 'Eve Silva')`],
    ['acceptance', 'evidence', `'nothing'`],
    ['quote', 'number', `'QT-OTHER-0001-1'`],
    ['quote', 'accepted_at', `'2026-11-20T01:00:00.000Z'`],
  ])('EV-01: nobody is told that a signature is genuine when %s.%s was changed to %s', async (...change) => {
    const [table, column, value] = change;
    const where = table === 'quote' ? `id = '${quote.id}'` : `quote_id = '${quote.id}'`;
    const one = async (name: string): Promise<string> => {
      const [row] = await office.rows<{ value: string }>(
        `select ${name} as value from ${table} where ${where}`,
      );
      return row?.value ?? '';
    };
    const [hash] = await office.rows<{ evidence_hash: string }>(
      `select evidence_hash from acceptance where quote_id = '${quote.id}'`,
    );
    const asked = [sha256(`%PDF ${quote.number}`), hash?.evidence_hash ?? '', sha256('another record')];
    expect(await Promise.all(asked.map(verdictOn))).toEqual(['GENUINE', 'GENUINE', 'UNKNOWN']);
    const before = await one(column);
    await office.tamper(`update ${table} set ${column} = ${value} where ${where}`);
    expect(await one(column)).not.toBe(before);
    expect(await Promise.all(asked.map(verdictOn))).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
    await write(table, column, String(before), where);
    expect(await Promise.all(asked.map(verdictOn))).toEqual(['GENUINE', 'GENUINE', 'UNKNOWN']);
  });

  test('EV-01: one byte changed in what was approved is found by the gate, which signs nothing', async () => {
    const [row] = await office.rows<{ snapshot: string }>(
      `select snapshot from quote where id = '${open.id}'`,
    );
    const snapshot = row?.snapshot ?? '';
    for (let k = 0; k < tries; k += 1) {
      await write('quote', 'snapshot', oneByteOff(snapshot, (k + 0.37) / tries), `id = '${open.id}'`);
      const answer = await office.run(operations.signQuote, { input: aSignature(open) }, open.link);
      expect(answer).toMatchObject({ code: 'SNAPSHOT_DAMAGED' });
      await write('quote', 'snapshot', snapshot, `id = '${open.id}'`);
    }
    expect(await office.rows(`select id from acceptance where quote_id = '${open.id}'`)).toEqual([]);
  });

  test('EV-01: a PDF that was changed is not handed out', async () => {
    const where = rowOf.document();
    const [row] = await office.rows<{ bytes: Uint8Array }>(`select bytes from document where ${where}`);
    const bytes = row?.bytes ?? Buffer.alloc(0);
    await write('document', 'bytes', oneByteOff(bytes, 0.5), where);
    const url = `/documents/quotes/${quote.id}.pdf`;
    expect((await office.app.server.inject({ url, headers: await office.as('OWNER') })).statusCode).toBe(500);
    await write('document', 'bytes', bytes, where);
    expect((await office.app.server.inject({ url, headers: await office.as('OWNER') })).statusCode).toBe(200);
  });

  test('EV-01: entries deleted, put in or swapped, and a history cut off, are found', async () => {
    const accepted = `quote_id = '${quote.id}' and action = 'quote.accepted'`;
    const [first] = await office.rows<Record<string, string | null>>(`select * from audit where ${accepted}`);
    if (first === undefined) throw new Error('no entry');
    const insert = (row: Record<string, string | null>) =>
      office.tamper(
        `insert into audit (${Object.keys(row).join(', ')}) values (${Object.values(row)
          .map((one) => (one === null ? 'null' : literal(one)))
          .join(', ')})`,
      );
    await office.tamper(`delete from audit where ${accepted}`);
    expect(await namesOfBroken()).toContain('the history and the book are unbroken (missing)');
    expect(await wrongInPack()).toEqual(['The history']);
    await insert(first);
    expect(await namesOfBroken()).toEqual([]);

    const before = `00000000-0000-7000-8000-000000000000`;
    await insert({ ...first, id: before, text: 'Signed by somebody else' });
    expect(await wrongInPack()).toEqual(['The history']);
    office.clock.advance(60 * 60_000);
    await office.sentQuote();
    await seal();
    expect(await namesOfBroken()).toContain('every entry of the history has its seal');
    await office.tamper(`delete from audit where id = '${before}'`);

    const two = await office.rows<{ seq: number; entry_id: string; hash: string }>(
      'select seq, entry_id, hash from audit_seal order by seq limit 2',
    );
    await office.tamper(`update audit_seal set entry_id = entry_id || 'x' where seq in (1, 2)`);
    for (const [k, seal] of two.toReversed().entries())
      await office.tamper(`update audit_seal set entry_id = '${seal.entry_id}' where seq = ${k + 1}`);
    expect(await namesOfBroken()).toContain('the history and the book are unbroken (changed)');
    for (const { seq } of two)
      await office.tamper(`update audit_seal set entry_id = 'x${seq}' where seq = ${seq}`);
    for (const { seq, entry_id } of two)
      await office.tamper(`update audit_seal set entry_id = '${entry_id}' where seq = ${seq}`);
    expect(await namesOfBroken()).toEqual([]);

    const [anchor] = await office.rows<{ seq: number }>('select max(seq) as seq from audit_anchor');
    await office.tamper(
      `delete from audit where id in (select entry_id from audit_seal where seq >= ${anchor?.seq})`,
    );
    await office.tamper(`delete from audit_seal where seq >= ${anchor?.seq}`);
    expect(await namesOfBroken()).toContain('the history reaches to the fingerprint that was mailed');
    expect(await wrongInPack()).toEqual(['The history']);
  });
});
