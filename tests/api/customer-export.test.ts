import { describe, expect, test } from 'vitest';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { aPng, attach } from '../support/files.ts';
import { askAboutQuote, createQuote, recordVisit } from '../support/operations.ts';
import { aKey, aQuoteInput } from '../support/steps.ts';

type Role = 'OWNER' | 'MANAGER' | 'STAFF' | 'BOOKKEEPER';

describe.each(databases)('what is kept of a person, on %s', (kind) => {
  const office = companyOn(kind);
  const cash = cashDesk(office);
  const download = async (id: string, role: Role | null) =>
    office().app.server.inject({
      url: `/exports/customers/${id}.json`,
      headers: role === null ? {} : await office().as(role),
    });

  /** Somebody of whom every kind of record says this word. */
  async function somebody(word: string, prefix: string): Promise<string> {
    const email = `${word}@example.com`;
    const { id } = await office().customer({
      name: `${word} client`,
      contactName: 'Kim Lee',
      email,
      notes: `${word} note`,
      contacts: [{ id: null, name: `${word} contact`, email: '', phone: '', role: '' }],
      prefix,
    });
    const draft = await office().draft({ title: `${word} draft` }, id);
    await attach(office(), draft.id, `${word} file.png`, await aPng());
    const signed = await office().signedQuote(
      { title: `${word} quote` },
      { name: `${word} signer`, email },
      id,
    );
    const question = { idempotencyKey: aKey(), kind: 'QUESTION', text: `${word} question` };
    const open = await office().sentQuote({ title: `${word} open` }, id);
    await office().make(askAboutQuote, { input: question }, open.link);
    await office().make(recordVisit, { input: { visitId: `${word} visit`, opened: true } }, open.link);
    await cash.claim(signed, { reference: `${word} claim` });
    await cash.confirm(signed, { reference: `${word} slip` });
    await office().settle();
    return id;
  }

  test('EV-09: the file of one of two alike holds all that is kept of the one, and nothing of the other', async () => {
    const first = await somebody('heron', 'ALIKE1');
    const second = await somebody('plover', 'ALIKE2');
    const { statusCode, body, headers } = await download(first, 'MANAGER');
    expect(statusCode).toBe(200);
    expect(headers['content-disposition']).toContain(`customer-${first}.json`);
    expect(body).not.toContain('plover');
    expect(body).not.toContain('ALIKE2');
    expect(body).not.toContain(second);
    const file = JSON.parse(body) as Record<string, object[]>;
    const said = (section: string) => JSON.stringify(file[section]);
    for (const [section, ...words] of [
      ['client', 'heron client', 'heron@example.com', 'heron note', 'heron contact'],
      ['quotes', 'heron draft', 'heron quote', 'heron open'],
      ['files', 'heron file.png'],
      ['acceptances', 'heron signer', 'evidence'],
      ['messages', 'heron question'],
      ['invoices', 'heron quote', 'INV-2026'],
      ['payments', 'heron slip'],
      ['paymentLog', 'heron slip', 'heron claim'],
      ['receipts', 'heron client'],
      ['postings', 'INVOICED', 'PAID'],
      ['mails', 'heron@example.com', 'heron quote'],
      ['links', 'heron@example.com'],
      ['visits', 'heron visit'],
      ['history', 'heron client added', 'Downloaded everything'],
    ] as const)
      for (const word of words)
        expect([section, said(section)]).toEqual([section, expect.stringContaining(word)]);
    expect(body).not.toMatch(/tokenHash|wordsHash|"salt"|"cost"/);
  });

  test('EV-09: more records than are held in memory are all in the file, each once', async () => {
    const { id } = await office().customer({ prefix: 'MANY' });
    const staff = await office().as('STAFF');
    for (let k = 0; k < 205; k += 1)
      await office().make(
        createQuote,
        { input: { idempotencyKey: aKey(), customerId: id, quote: aQuoteInput({ title: `Draft ${k}` }) } },
        staff,
      );
    const file = JSON.parse((await download(id, 'OWNER')).body) as Record<string, { id: string }[]>;
    expect(new Set(file['quotes']?.map((row) => row.id)).size).toBe(205);
    expect(file['quotes']).toHaveLength(205);
  });

  test.each([
    ['OWNER', 200],
    ['MANAGER', 200],
    ['STAFF', 403],
    ['BOOKKEEPER', 403],
    [null, 401],
  ] as const)('EV-09: %s who asks for it gets %i', async (role, status) => {
    const { id } = await office().customer();
    expect((await download(id, role)).statusCode).toBe(status);
  });

  test('EV-09: of nobody there is nothing', async () => {
    const absent = '00000000-0000-7000-8000-000000000000';
    expect((await download(absent, 'OWNER')).statusCode).toBe(404);
    expect((await download('..%2Fcustomers', 'OWNER')).statusCode).toBe(404);
  });
});
