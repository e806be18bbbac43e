import { describe, expect, test } from 'vitest';
import { sha256 } from '../../api/src/sha256.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import * as operations from '../support/operations.ts';
import { aKey, type Result } from '../support/steps.ts';

type Verification = { verdict: string; number: string | null; evidenceHash: string | null };

describe.each(databases)('a stranger who holds a document, on %s', (kind) => {
  const office = companyOn(kind);
  let address = 0;
  /** Everybody from an address of their own, because many tries from one are stopped. */
  async function ask(
    hash: string,
    number: string | null = null,
    from = `10.0.${kind.length}.${(address += 1)}`,
  ): Promise<Verification & Result> {
    const response = await office().app.server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: { query: operations.verifyDocument, variables: { input: { hash, number } } },
      remoteAddress: from,
    });
    return response.json<{ data: { verifyDocument: Verification & Result } }>().data.verifyDocument;
  }
  /** Every fact of the answer but the verdict. */
  const facts = (answer: Verification & Result) =>
    Object.entries(answer).flatMap(([name, value]) =>
      name === 'verdict' || name === '__typename' || value === null ? [] : [value as unknown],
    );
  async function signed() {
    const quote = await office().signedQuote();
    await office().settle();
    const [row] = await office().rows<{ evidence_hash: string; key_id: string }>(
      `select evidence_hash, key_id from acceptance where quote_id = '${quote.id}'`,
    );
    return { ...quote, evidenceHash: row?.evidence_hash ?? '', keyId: row?.key_id };
  }

  test('counts with all the addresses of their household', async () => {
    const codes = new Set<string | undefined>();
    for (let at = 0; at < 61; at += 1)
      codes.add((await ask('0'.repeat(64), null, `2001:db8:${kind.length}:9::${at.toString(16)}`)).code);
    expect([...codes]).toEqual([undefined, 'TOO_MANY_ATTEMPTS']);
  });

  test('learns what was signed, by whom and when, and nothing that does not stand in it', async () => {
    const quote = await signed();
    const all = {
      verdict: 'GENUINE',
      number: quote.number,
      title: 'Website migration',
      companyName: 'Harbour & Pine Web Studio',
      signerName: 'Ana Silva',
      signedAt: '2026-11-21T01:00:00.000Z',
      total: { amount: 374_900, currency: 'AUD' },
      evidenceHash: quote.evidenceHash,
      keyId: quote.keyId,
      publicKey: office().app.instance.signer.publicKey,
    };
    const pdf = sha256(`%PDF ${quote.number}`);
    expect(await ask(pdf)).toEqual({ __typename: 'Verification', what: 'SIGNED_QUOTE', ...all });
    expect(await ask(quote.evidenceHash)).toMatchObject({ what: 'SIGNATURE_RECORD', ...all });
    // As people paste it.
    const pasted = ` ${pdf.toUpperCase().replace(/(.{8})/g, '$1 ')}`;
    expect(await ask(pasted, ` ${quote.number} `)).toMatchObject({ verdict: 'GENUINE' });
  });

  test('is not told that somebody signed what staff accepted for them', async () => {
    const { id, number } = await office().sentQuote();
    const input = {
      idempotencyKey: aKey(),
      quoteId: id,
      choices: [],
      signerName: 'Ana Silva',
      reason: 'Signed on paper.',
      signedOn: '2026-11-21',
    };
    await office().make(operations.acceptOnBehalf, { input }, await office().as('OWNER'));
    const [row] = await office().rows<{ evidence_hash: string }>(
      `select evidence_hash from acceptance where quote_id = '${id}'`,
    );
    expect(await ask(row?.evidence_hash ?? '')).toMatchObject({
      verdict: 'GENUINE',
      what: 'RECORDED_ACCEPTANCE',
      number,
    });
  });

  test('learns nothing without the document, not even with its number', async () => {
    const quote = await signed();
    const open = await office().sentQuote();
    const other = sha256('something else');
    const different = await ask(other, quote.number);
    expect([different.verdict, facts(different)]).toEqual(['DIFFERENT', []]);
    for (const number of [null, '', 'QT-NOBODY-0001-1', open.number]) {
      const unknown = await ask(other, number);
      expect([number, unknown.verdict, facts(unknown)]).toEqual([number, 'UNKNOWN', []]);
    }
    expect(await ask('abc', quote.number)).toMatchObject({ code: 'INPUT_INVALID', field: 'hash' });
  });

  test('is told that a document of another number is not the one', async () => {
    const [one, other] = [await signed(), await signed()];
    const answer = await ask(one.evidenceHash, other.number);
    expect([answer.verdict, facts(answer)]).toEqual(['DIFFERENT', []]);
  });

  test('learns that an offer, an invoice or a receipt is genuine, and is not signed', async () => {
    const open = await office().sentQuote();
    const answer = await ask(sha256(`%PDF ${open.number}`));
    expect(answer).toMatchObject({ verdict: 'GENUINE', what: 'OTHER_DOCUMENT', number: open.number });
    expect(facts(answer)).toEqual(['OTHER_DOCUMENT', open.number]);
  });

  test('believes no row that somebody put into the database', async () => {
    const quote = await signed();
    const forged = sha256('a forged PDF');
    await office().tamper(
      `insert into document select 'forged', kind, subject_id, 'forged', filename, '${forged}', signature, key_id, bytes, created_at, erasure_id from document where subject_id = '${quote.id}' and version = 'signed'`,
    );
    expect((await office().broken()).map(({ name }) => name)).toContain(
      'a kept document is signed with a key of ours',
    );
    const answer = await ask(forged);
    expect([answer.verdict, facts(answer)]).toEqual(['UNKNOWN', []]);
    const off =
      kind === 'sqlite' ? 'drop trigger document_no_delete' : 'drop trigger document_no_delete on document';
    await office().tamper(off);
    await office().tamper(`delete from document where id = 'forged'`);
  });

  test('cannot ask without end', async () => {
    const answers = [];
    for (let k = 0; k < 70; k += 1) answers.push(await ask(sha256(String(k)), null, `10.1.${kind.length}.1`));
    expect(answers.at(-1)).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });
});
