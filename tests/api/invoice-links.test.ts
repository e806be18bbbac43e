import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { invoiceDesk, type SeenInvoice } from '../support/invoice-desk.ts';
import { linksOfInvoice } from '../support/invoice-operations.ts';
import { portalInvoice, recordVisit, revokeInvoiceLink, sendInvoiceLink } from '../support/operations.ts';
import { aKey } from '../support/steps.ts';

type Link = {
  id: string;
  purpose: string;
  email: string;
  revokedAt: string | null;
  openedCount: number;
  invoice: { number: string };
};
type Linked = { links: Link[]; code?: string };

describe.each(databases)('links of invoices on %s', (kind) => {
  const office = companyOn(kind);
  const desk = invoiceDesk(office);
  const run = async (document: string, input: object) =>
    office().run<Linked>(document, { input }, await office().as('STAFF'));
  const linksOf = async (id: string) =>
    (await office().make<Linked>(linksOfInvoice, { id }, await office().as('BOOKKEEPER'))).links;
  const page = (link: { link: string }) => office().run(portalInvoice, {}, link);
  const sendFresh = async (invoiceId: string, idempotencyKey = aKey()) => {
    const result = await run(sendInvoiceLink, { idempotencyKey, invoiceId });
    await office().settle();
    return result;
  };
  const revoke = (id: string) => run(revokeInvoiceLink, { id });
  async function freeInvoice(): Promise<SeenInvoice & { link: { link: string } }> {
    const made = await desk.free((await office().customer()).id);
    await office().settle();
    return { ...made, link: office().linkInMail('i', made.number) };
  }
  const freshMails = ({ number }: { number: string }) =>
    office().mailer.sent.filter(({ subject }) => subject === `Your link to invoice ${number}`);

  test('of an invoice without a quote each link is listed, with how often it was used', async () => {
    const invoice = await freeInvoice();
    const input = { visitId: 'person-01', opened: true };
    await office().ask(recordVisit, { input }, invoice.link);
    expect(await linksOf(invoice.id)).toMatchObject([
      {
        purpose: 'INVOICE',
        email: 'Ana@silvadental.example',
        revokedAt: null,
        openedCount: 1,
        invoice: { number: invoice.number },
      },
    ]);
  });

  test('a fresh one goes to the address on file, once for each click, and the older one stays good', async () => {
    const invoice = await freeInvoice();
    const key = aKey();
    await sendFresh(invoice.id, key);
    await sendFresh(invoice.id, key);
    expect(freshMails(invoice).map(({ to }) => to)).toEqual(['Ana@silvadental.example']);
    const fresh = office().linkInMail('i', invoice.number);
    expect(fresh).not.toEqual(invoice.link);
    for (const link of [invoice.link, fresh])
      expect(await page(link)).toMatchObject({ number: invoice.number });
    expect(await sendFresh(invoice.id)).toMatchObject({ links: [{}, {}, {}] });
  });

  test('a revoked one is dead at once and looks like any wrong one; the fresh one lives on', async () => {
    const invoice = await freeInvoice();
    await sendFresh(invoice.id);
    const fresh = office().linkInMail('i', invoice.number);
    const [, first] = await linksOf(invoice.id);
    expect(await revoke(first?.id ?? '')).toMatchObject({ links: [{ revokedAt: null }, { id: first?.id }] });
    await revoke(first?.id ?? '');
    expect(await page(invoice.link)).toEqual({ fault: 'NOT_FOUND' });
    expect(await page(fresh)).toMatchObject({ number: invoice.number });
    const history = await office().rows<{ text: string }>(
      `select text from audit where action = 'link.revoked' and invoice_id = '${invoice.id}'`,
    );
    expect(history).toEqual([{ text: 'Revoked the link that was sent to Ana@silvadental.example' }]);
  });

  test('of an invoice that came of a quote it lists those to the invoice, and a quote’s link is not its to end', async () => {
    const { id, invoice, link } = await office().signedQuote();
    expect(await linksOf(invoice.id)).toMatchObject([{ purpose: 'INVOICE' }]);
    const [ofQuote] = await office().rows<{ id: string }>(
      `select id from link where purpose = 'QUOTE' and quote_id = '${id}'`,
    );
    expect(await revoke(ofQuote?.id ?? '')).toEqual({ fault: 'NOT_FOUND' });
    expect(await office().run(portalInvoice, { number: invoice.number }, link)).toMatchObject({
      number: invoice.number,
    });
    expect((await sendFresh(invoice.id)).links).toHaveLength(2);
  });

  test('before it is issued nobody can be sent a link to it', async () => {
    const { id } = await office().customer({ invoiceHold: 'Pays in parts of $100' });
    const waiting = await desk.free(id);
    expect(waiting.status).toBe('AWAITING_APPROVAL');
    expect(await sendFresh(waiting.id)).toMatchObject({ code: 'MAIL_NOT_SENDABLE' });
    expect(await linksOf(waiting.id)).toEqual([]);
  });
});
