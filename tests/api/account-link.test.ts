import { describe, expect, test } from 'vitest';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  claimManualPayment,
  customerStatements,
  portalAccount,
  portalInvoice,
  portalQuote,
  portalReceipt,
  portalRecords,
  portalStatements,
  requestAccountLink,
  requestFreshLink,
  revokeAccountLink,
  sendAccountLink,
  signQuote,
} from '../support/operations.ts';
import { aKey, aSignature } from '../support/steps.ts';

type Account = {
  quotes: { number: string; isYours: boolean; pdfUrl: string }[];
  invoices: { number: string; status: string; pdfUrl: string }[];
  receipts: { number: string; pdfUrl: string }[];
};
const year = { from: '2026-01-01', to: '2026-12-31' };

let mailboxes = 0;
const newMailbox = () => `ana${(mailboxes += 1)}@silvadental.example`;

describe.each(databases)('the link to everything on %s', (kind) => {
  const office = companyOn(kind);
  const { confirm } = cashDesk(office);
  const aCustomer = async (changes: object = {}) => {
    const email = newMailbox();
    const { id } = await office().customer({ email, name: `Silva ${email}`, ...changes });
    return { id, email };
  };
  /** A signed quote of this customer, whose mail went to their address. */
  const signedBy = ({ id, email }: { id: string; email: string }) => office().signedQuote({}, { email }, id);
  const accountLink = async (customerId: string) => {
    const before = office().mailer.sent.length;
    const input = { idempotencyKey: aKey(), customerId };
    await office().make(sendAccountLink, { input }, await office().as('STAFF'));
    await office().settle();
    const mail = office()
      .mailer.sent.slice(before)
      .findLast(({ text }) => text.includes('/a/#'));
    return { to: mail?.to, link: /\/a\/#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? 'no link' };
  };
  const look = (asker: { link: string }) => office().make<Account>(portalAccount, {}, asker);
  const get = (url: string) => office().app.server.inject({ url });

  test('goes to the address on file, and shows what was sent to this customer', async () => {
    const ana = await aCustomer();
    const [first, second] = [await signedBy(ana), await signedBy(ana)];
    await confirm(first);
    const { to, link } = await accountLink(ana.id);
    expect(to).toBe(ana.email);
    const account = await look({ link });
    expect(account).toMatchObject({
      customerName: `Silva ${ana.email}`,
      email: ana.email,
      owed: [{ amount: 112_470, currency: 'AUD' }],
      credits: [],
      hasStatement: true,
      quotes: [
        { number: second.number, status: 'ACCEPTED', isYours: true },
        { number: first.number, isYours: true },
      ],
      invoices: [
        { number: second.invoice.number, status: 'OPEN', balance: { amount: 112_470 } },
        { number: first.invoice.number, status: 'PAID', balance: { amount: 0 } },
      ],
      payments: [{ invoiceNumber: first.invoice.number, method: 'CASH', status: 'CONFIRMED' }],
      receipts: [{ invoiceNumber: first.invoice.number, amount: { amount: 112_470 } }],
    });
    for (const { pdfUrl } of [...account.quotes, ...account.invoices, ...account.receipts])
      expect((await get(pdfUrl)).statusCode).toBe(200);
  });

  test('opens each invoice to be paid, and each receipt', async () => {
    const ana = await aCustomer();
    const [first, second] = [await signedBy(ana), await signedBy(ana)];
    await confirm(first);
    const { link } = await accountLink(ana.id);
    const { receipts } = await look({ link });
    expect(await office().run(portalInvoice, {}, { link })).toEqual({ fault: 'NOT_FOUND' });
    expect(await office().run(portalInvoice, { number: second.invoice.number }, { link })).toMatchObject({
      number: second.invoice.number,
      status: 'OPEN',
    });
    expect(await office().run(portalReceipt, { number: receipts[0]?.number }, { link })).toMatchObject({
      invoiceNumber: first.invoice.number,
    });
    const claim = { idempotencyKey: aKey(), method: 'CASH', paidOn: '2026-11-21', reference: 'Kim' };
    const input = { ...claim, invoiceNumber: second.invoice.number };
    expect(await office().run(claimManualPayment, { input }, { link })).toMatchObject({
      number: second.invoice.number,
      payments: [{ status: 'CLAIMED' }],
    });
  });

  test('never shows anything of another customer, at the same mailbox either', async () => {
    const ana = await aCustomer();
    const other = await aCustomer({ email: ana.email, name: 'Another business of hers' });
    const [hers, theirs] = [await signedBy(ana), await signedBy({ id: other.id, email: ana.email })];
    await confirm(theirs);
    const { link } = await accountLink(ana.id);
    const account = await look({ link });
    expect(account.quotes.map(({ number }) => number)).toEqual([hers.number]);
    expect(account.invoices.map(({ number }) => number)).toEqual([hers.invoice.number]);
    expect(account.receipts).toEqual([]);
    const shut = { fault: 'NOT_FOUND' };
    expect(await office().run(portalInvoice, { number: theirs.invoice.number }, { link })).toEqual(shut);
    const [receipt] = await office().rows<{ number: string }>(
      `select number from receipt where invoice_id = '${theirs.invoice.id}'`,
    );
    expect(await office().run(portalReceipt, { number: receipt?.number }, { link })).toEqual(shut);
    const statements = await office().make(portalStatements, year, { link });
    expect(statements).toMatchObject([
      { closing: { amount: 112_470 }, lines: [{ number: hers.invoice.number }] },
    ]);
  });

  test('signs nothing and opens no quote: that takes the link of the quote', async () => {
    const ana = await aCustomer();
    const sent = await office().sentQuote({}, ana.id);
    const { link } = await accountLink(ana.id);
    const shut = { fault: 'NOT_FOUND' };
    expect(await office().run(portalQuote, {}, { link })).toEqual(shut);
    expect(await office().run(portalQuote, { number: sent.number }, { link })).toEqual(shut);
    const input = aSignature(sent, { email: ana.email });
    expect(await office().run(signQuote, { input }, { link })).toEqual(shut);
    expect(await office().run(portalRecords, {}, { link })).toEqual(shut);
  });

  test('a link of a quote or an invoice reaches no more than before', async () => {
    const ana = await aCustomer();
    const [first, second] = [await signedBy(ana), await signedBy(ana)];
    const ofInvoice = office().linkInMail('i', second.invoice.number);
    const shut = { fault: 'NOT_FOUND' };
    for (const link of [first.link, ofInvoice]) {
      expect(await office().run(portalAccount, {}, link)).toEqual(shut);
      expect(await office().run(portalStatements, year, link)).toEqual(shut);
    }
    expect(await office().run(portalInvoice, { number: second.invoice.number }, first.link)).toEqual(shut);
    expect(await office().run(portalInvoice, { number: first.invoice.number }, ofInvoice)).toEqual(shut);
  });

  test('whoever asks for it, it goes to the address on file, three times an hour', async () => {
    const ana = await aCustomer();
    const quote = await signedBy(ana);
    const before = office().mailer.sent.length;
    const asked = [];
    for (let press = 0; press < 5; press += 1)
      asked.push(await office().run(requestAccountLink, { input: { idempotencyKey: aKey() } }, quote.link));
    await office().settle();
    expect(asked[0]).toMatchObject({ __typename: 'AccountLinkSent', sentTo: `a…@silvadental.example` });
    expect(asked.map(({ code }) => code)).toEqual([
      undefined,
      undefined,
      undefined,
      'TOO_MANY_ATTEMPTS',
      'TOO_MANY_ATTEMPTS',
    ]);
    const mails = office()
      .mailer.sent.slice(before)
      .filter(({ text }) => text.includes('/a/#'));
    expect(mails.map(({ to }) => to)).toEqual([ana.email, ana.email, ana.email]);
    expect(await office().run(requestAccountLink, { input: { idempotencyKey: aKey() } }, null)).toEqual({
      fault: 'NOT_FOUND',
    });
  });

  test('after the address on file changed, an old link shows what was sent to the old one and adds nothing up', async () => {
    const ana = await aCustomer();
    const before = await signedBy(ana);
    const { link } = await accountLink(ana.id);
    const moved = newMailbox();
    await office().tamper(`update customer set email = '${moved}' where id = '${ana.id}'`);
    const after = await signedBy({ id: ana.id, email: moved });
    const account = await look({ link });
    expect(account).toMatchObject({ hasStatement: false, credits: [] });
    expect(account.invoices.map(({ number }) => number)).toEqual([before.invoice.number]);
    expect(account.quotes.map(({ number }) => number)).toEqual([before.number]);
    expect(await office().run(portalStatements, year, { link })).toEqual({ fault: 'NOT_FOUND' });
    expect(await office().run(portalInvoice, { number: after.invoice.number }, { link })).toEqual({
      fault: 'NOT_FOUND',
    });
    const fresh = await accountLink(ana.id);
    expect(fresh.to).toBe(moved);
    expect((await look({ link: fresh.link })).invoices.map(({ number }) => number)).toEqual([
      after.invoice.number,
      before.invoice.number,
    ]);
  });

  test('an old one can be asked for again, and the fresh one goes to the address on file', async () => {
    const ana = await aCustomer();
    await signedBy(ana);
    const { link } = await accountLink(ana.id);
    const now = office().clock.now();
    office().clock.advance(401 * 24 * 60 * 60_000);
    expect(await office().run(portalAccount, {}, { link })).toEqual({ fault: 'NOT_FOUND' });
    const before = office().mailer.sent.length;
    await office().make(requestFreshLink, { input: { token: link } }, null);
    await office().settle();
    const mail = office().mailer.sent.slice(before).at(-1);
    expect(mail).toMatchObject({ to: ana.email, text: expect.stringContaining('/a/#') });
    office().clock.set(now.toISOString());
  });

  test('staff end one, and it opens nothing at once; others stay', async () => {
    const ana = await aCustomer();
    await signedBy(ana);
    const [first, second] = [await accountLink(ana.id), await accountLink(ana.id)];
    const links = '{ accountLinks { id purpose email revokedAt } }';
    const { accountLinks } = await office().make<{ accountLinks: { id: string }[] }>(
      `query ($id: ID!) { customer(id: $id) ${links} }`,
      { id: ana.id },
      await office().as('BOOKKEEPER'),
    );
    expect(accountLinks).toHaveLength(2);
    const input = { id: accountLinks[1]?.id };
    const mail = { purpose: 'ACCOUNT', email: ana.email };
    for (let press = 0; press < 2; press += 1)
      expect(await office().run(revokeAccountLink, { input }, await office().as('STAFF'))).toMatchObject({
        accountLinks: [
          { ...mail, revokedAt: null },
          { ...mail, revokedAt: expect.any(String) },
        ],
      });
    expect(await office().run(portalAccount, {}, { link: first.link })).toEqual({ fault: 'NOT_FOUND' });
    expect(await look({ link: second.link })).toMatchObject({ email: ana.email });
  });

  test('the same key sends one mail', async () => {
    const ana = await aCustomer();
    await office().settle();
    const before = office().mailer.sent.length;
    const input = { idempotencyKey: aKey(), customerId: ana.id };
    for (let press = 0; press < 3; press += 1)
      await office().make(sendAccountLink, { input }, await office().as('STAFF'));
    await office().settle();
    expect(office().mailer.sent.length - before).toBe(1);
    expect(await office().run(sendAccountLink, { input }, await office().as('BOOKKEEPER'))).toEqual({
      fault: 'FORBIDDEN',
    });
  });

  test('the statement of account: what was owed, charged, paid and kept, and its PDF', async () => {
    const ana = await aCustomer();
    const [first, second] = [await signedBy(ana), await signedBy(ana)];
    await confirm(first, { amount: 120_000 });
    const { link } = await accountLink(ana.id);
    const [statement] = await office().make<{ pdfUrl: string }[]>(portalStatements, year, { link });
    const line = (kind: string, number: string, charged: number, paid: number, balance: number) => ({
      ...{ kind, number, day: '2026-11-21', charged: { amount: charged } },
      ...{ paid: { amount: paid }, balance: { amount: balance } },
    });
    expect(statement).toMatchObject({
      currency: 'AUD',
      opening: { amount: 0 },
      lines: [
        line('INVOICE', first.invoice.number, 112_470, 0, 112_470),
        line('INVOICE', second.invoice.number, 112_470, 0, 224_940),
        line('PAYMENT', first.invoice.number, 0, 120_000, 104_940),
      ],
      closing: { amount: 104_940, currency: 'AUD' },
    });
    expect(await look({ link })).toMatchObject({ credits: [{ amount: 7530 }], owed: [{ amount: 112_470 }] });
    const file = await get(statement?.pdfUrl ?? '');
    expect(file.headers['content-type']).toBe('application/pdf');
    expect((await get(statement?.pdfUrl.replace('AUD', 'EUR') ?? '')).statusCode).toBe(404);
    expect((await get(statement?.pdfUrl.split('?')[0] ?? '')).statusCode).toBe(404);
    // A later period begins with what this one ended with, and a customer without money has none.
    const next = { from: '2026-11-22', to: '2026-12-31' };
    expect(await office().make(portalStatements, next, { link })).toMatchObject([
      { opening: { amount: 104_940 }, lines: [], closing: { amount: 104_940 } },
    ]);
    expect(
      await office().make(
        customerStatements,
        { customerId: ana.id, ...year },
        await office().as('BOOKKEEPER'),
      ),
    ).toMatchObject([
      {
        opening: { amount: 0 },
        charged: { amount: 224_940 },
        paid: { amount: 120_000 },
        closing: { amount: 104_940 },
      },
    ]);
    const backwards = office().run(portalStatements, { from: '2026-12-31', to: '2026-01-01' }, { link });
    await expect(backwards).rejects.toThrow('A period ends after it begins');
  });
});
