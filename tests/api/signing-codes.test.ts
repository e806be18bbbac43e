import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import * as operations from '../support/operations.ts';
import { aSignature, type Sent } from '../support/steps.ts';

describe.each(databases)('signing with a code on %s', (kind) => {
  const office = companyOn(kind);
  const quoteWithCode = () => office().sentQuote({ mailboxProof: 'CODE', validUntil: '2026-12-15' });
  const request = (quote: Sent) =>
    office().run<{ sentTo: string }>(operations.requestSigningCode, { input: {} }, quote.link);
  /** The code out of the newest mail, as the customer reads it. */
  async function newCode(quote: Sent): Promise<string> {
    await request(quote);
    await office().settle();
    const mail = office().mailer.sent.findLast(({ subject }) => subject.startsWith('Your code'));
    return /^\d{6}$/m.exec(mail?.text ?? '')?.[0] ?? 'no code';
  }
  const sign = (quote: Sent, code: string | null) =>
    office().run<{ status: string }>(
      operations.signQuote,
      { input: aSignature(quote, { code }) },
      quote.link,
    );
  const wrong = (code: string): string => (code === '000000' ? '111111' : '000000');

  test('the page knows that it has to ask for one, and nothing is signed without it', async () => {
    const quote = await quoteWithCode();
    expect(await office().make(operations.portalQuote, {}, quote.link)).toMatchObject({
      mailboxProof: 'CODE',
    });
    expect(await sign(quote, null)).toMatchObject({ code: 'CODE_NEEDED', field: 'code' });
    expect(await sign(quote, '123456')).toMatchObject({ code: 'CODE_NEEDED' });
  });

  test('the code from the mail signs, and the evidence says what was proven', async () => {
    const quote = await quoteWithCode();
    expect(await request(quote)).toMatchObject({ sentTo: 'A…@silvadental.example' });
    await office().settle();
    expect(await sign(quote, await newCode(quote))).toMatchObject({ status: 'ACCEPTED' });
    const [row] = await office().rows<{ proof: string; evidence: string }>(
      `select proof, evidence from acceptance where quote_id = '${quote.id}'`,
    );
    expect(row?.proof).toBe('CODE');
    expect(JSON.parse(row?.evidence ?? '')).toMatchObject({ signer: { proof: 'CODE' } });
  });

  test('LK-02: after five wrong tries even the right code is refused, until a new one is sent', async () => {
    const quote = await quoteWithCode();
    const code = await newCode(quote);
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await sign(quote, wrong(code))).toMatchObject({ code: 'CODE_WRONG' });
    expect(await sign(quote, code)).toMatchObject({ code: 'CODE_LOCKED' });
    expect(await sign(quote, await newCode(quote))).toMatchObject({ status: 'ACCEPTED' });
  });

  test('LK-02: a code is out of time after ten minutes, and old once a newer one was sent', async () => {
    const quote = await quoteWithCode();
    const first = await newCode(quote);
    office().clock.advance(10 * 60_000);
    expect(await sign(quote, first)).toMatchObject({ code: 'CODE_NEEDED' });
    const second = await newCode(quote);
    if (first !== second) expect(await sign(quote, first)).toMatchObject({ code: 'CODE_WRONG' });
    expect(await sign(quote, second)).toMatchObject({ status: 'ACCEPTED' });
  });

  test('LK-02: a right code with a wrong total is not used up by it; once it has signed it signs nothing more', async () => {
    const quote = await quoteWithCode();
    const code = await newCode(quote);
    const attempt = (changes: object = {}) =>
      office().run<{ status: string }>(
        operations.signQuote,
        { input: aSignature(quote, { code, ...changes }) },
        quote.link,
      );
    const kept = async () => {
      const rows = await office().rows<{ tries: number; used_at: string | null }>(
        `select tries, used_at from signing_code where quote_id = '${quote.id}'`,
      );
      return rows.map((row) => [row.tries, row.used_at]);
    };
    // More often than a wrong code could be tried: what is wrong is not the code.
    for (let count = 0; count < 6; count += 1)
      expect(await attempt({ expectedTotal: 374_901 })).toMatchObject({ code: 'TOTAL_MISMATCH' });
    expect(await kept()).toEqual([[0, null]]);
    expect(await attempt()).toMatchObject({ status: 'ACCEPTED' });
    expect(await kept()).toEqual([[0, office().clock.now().toISOString()]]);
    expect(await attempt()).toMatchObject({ code: 'QUOTE_ALREADY_ACCEPTED' });
    // Nor would it if the quote were open, which nothing but the signature stands against.
    const reset = (status: string, at: string | null) =>
      office().tamper(
        `update quote set status = '${status}', accepted_at = ${at === null ? 'null' : `'${at}'`} where id = '${quote.id}'`,
      );
    await reset('OPEN', null);
    expect(await attempt()).toMatchObject({ code: 'CODE_NEEDED' });
    await reset('ACCEPTED', office().clock.now().toISOString());
    expect(await office().rows(`select id from acceptance where quote_id = '${quote.id}'`)).toHaveLength(1);
  });

  test('LK-02: the code of another quote opens nothing', async () => {
    const [quote, other] = [await quoteWithCode(), await quoteWithCode()];
    await newCode(quote);
    expect(await sign(quote, await newCode(other))).toMatchObject({ code: 'CODE_WRONG' });
  });

  test('codes are not sent without end', async () => {
    const quote = await quoteWithCode();
    for (let count = 0; count < 5; count += 1) expect((await request(quote)).code).toBeUndefined();
    expect(await request(quote)).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });

  test('LK-06: neither database nor kept mail holds a code once it is sent', async () => {
    const quote = await quoteWithCode();
    const code = await newCode(quote);
    const mails = await office().rows<{ text: string; html: string; token: string | null }>(
      `select text, html, token from mail where quote_id = '${quote.id}' and kind = 'SIGNING_CODE'`,
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.token).toBeNull();
    expect(`${mails[0]?.text} ${mails[0]?.html}`).not.toContain(code);
    const codes = await office().rows<{ hash: string }>(
      `select hash from signing_code where quote_id = '${quote.id}'`,
    );
    expect(codes[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a quote that asks for no address takes the one on file', async () => {
    const quote = await office().sentQuote({ mailboxProof: 'NONE', validUntil: '2026-12-15' });
    const input = aSignature(quote, { email: '' });
    expect(await office().run(operations.signQuote, { input }, quote.link)).toMatchObject({
      status: 'ACCEPTED',
    });
    expect(
      await office().make(operations.quoteById, { id: quote.id }, await office().as('OWNER')),
    ).toMatchObject({ acceptance: { signerEmail: 'Ana@silvadental.example' } });
  });
});
