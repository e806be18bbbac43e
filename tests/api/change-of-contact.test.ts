import { describe, expect, test } from 'vitest';
import { systemContext } from '../../api/src/context.ts';
import { freshLinkTo } from '../../api/src/links/fresh-link-to.ts';
import { queueMails } from '../../api/src/mails/queue-mails.ts';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import * as operations from '../support/operations.ts';
import { aCustomerInput, aKey, aSignature, type Made, type Sent } from '../support/steps.ts';

type Link = { link: string };

describe.each(databases)('a customer whose address changes, on %s', (kind) => {
  const office = companyOn(kind);
  const cash = cashDesk(office);
  let mailboxes = 0;
  const newMailbox = (name: string) => `${name}${(mailboxes += 1)}@silvadental.example`;
  const page = (link: Link) => office().run<{ status: string }>(operations.portalQuote, {}, link);
  const notThere = { fault: 'NOT_FOUND' };

  async function aCustomer() {
    const email = newMailbox('ana');
    const { id } = await office().customer({ email, name: `Silva ${email}` });
    return { id, email };
  }
  async function moves(id: string, email: string, contacts: object[] = []): Promise<void> {
    const owner = await office().as('OWNER');
    const { version } = await office().make<Made>(operations.customerById, { id }, owner);
    const customer = aCustomerInput({ email, contacts });
    await office().make(operations.updateCustomer, { input: { id, version, customer } }, owner);
  }
  /** The mails that went out meanwhile: to whom, and the link in each. */
  async function mailsOf(work: () => Promise<unknown>) {
    const before = office().mailer.sent.length;
    await work();
    await office().settle();
    return office()
      .mailer.sent.slice(before)
      .map(({ to, text }) => ({ to, link: /\/[qia]\/#([\w-]{43})/.exec(text)?.[1] ?? 'no link' }));
  }
  const sendFresh = async (quoteId: string, invoiceId: string | null = null) =>
    office().run(
      operations.sendFreshLink,
      { input: { idempotencyKey: aKey(), quoteId, invoiceId } },
      await office().as('STAFF'),
    );
  const lost = ({ link }: Link) =>
    office().make(operations.requestFreshLink, { input: { token: link } }, null);
  const endedIn = async (quote: Sent): Promise<string[]> => {
    const owner = await office().as('OWNER');
    const { timeline } = await office().make<{ timeline: { text: string }[] }>(
      operations.quoteById,
      { id: quote.id },
      owner,
    );
    return timeline.flatMap(({ text }) => (text.startsWith('Ended the links') ? [text] : []));
  };

  test('LK-03: links to the old mailbox are dead at once; what was accepted is seen through a new link, at the new one', async () => {
    const ana = await aCustomer();
    const quote = await office().signedQuote({}, { email: ana.email }, ana.id);
    await office().settle();
    const invoice = office().linkInMail('i', quote.invoice.number);
    const [account] = await mailsOf(async () =>
      office().make(
        operations.sendAccountLink,
        { input: { idempotencyKey: aKey(), customerId: ana.id } },
        await office().as('STAFF'),
      ),
    );
    const all = async () => [
      await page(quote.link),
      await office().run(operations.portalInvoice, {}, invoice),
      await office().run(operations.portalAccount, {}, { link: account?.link ?? '' }),
    ];
    for (const answer of await all()) expect(answer).not.toHaveProperty('fault');
    const ben = newMailbox('ben');
    await moves(ana.id, ben);
    expect(await all()).toEqual([notThere, notThere, notThere]);
    expect(await endedIn(quote)).toEqual([
      `Ended the links that were sent to ${ana.email}, which is no address of the customer any more`,
    ]);

    const mails = await mailsOf(async () => {
      await sendFresh(quote.id);
      await sendFresh(quote.id, quote.invoice.id);
      // Whoever asks with a link that is dead, also from the old mailbox.
      await lost(invoice);
    });
    expect(mails.map(({ to }) => to)).toEqual([ben, ben, ben]);
    expect(await page({ link: mails[0]?.link ?? '' })).toMatchObject({ status: 'ACCEPTED' });
    expect(await office().run(operations.portalInvoice, {}, { link: mails[1]?.link ?? '' })).toMatchObject({
      number: quote.invoice.number,
    });
    // And so does everything that comes after.
    const input = { quoteId: quote.id, stageId: quote.stages[1]?.id };
    const later = await mailsOf(async () =>
      office().make(operations.issueStageInvoice, { input }, await office().as('OWNER')),
    );
    expect(later.map(({ to }) => to)).toEqual([ben]);
  });

  test('LK-03: a quote that waits for its signature stays bound to the mailbox that it was approved for, until it is revised', async () => {
    const ana = await aCustomer();
    const quote = await office().sentQuote({}, ana.id);
    const ben = newMailbox('ben');
    await moves(ana.id, ben);
    expect(await page(quote.link)).toEqual(notThere);
    const input = aSignature(quote, { email: ana.email });
    expect(await office().run(operations.signQuote, { input }, quote.link)).toEqual(notThere);
    const mails = await mailsOf(async () => {
      expect(await sendFresh(quote.id)).toMatchObject({
        code: 'MAIL_NOT_SENDABLE',
        message: expect.stringContaining('Revise it'),
      });
      await lost(quote.link);
      // Nor does a reminder go to a mailbox that is gone.
      office().clock.advance(8 * 24 * 60 * 60_000);
    });
    expect(mails).toEqual([]);
    office().clock.advance(-8 * 24 * 60 * 60_000);
    const owner = await office().as('OWNER');
    const step = (document: string, { id, version }: Made) =>
      office().make<Sent>(document, { input: { id, version } }, owner);
    const draft = await step(operations.reviseQuote, quote);
    const second = await step(operations.approveQuote, draft);
    await office().settle();
    const link = office().linkInMail('q', second.number);
    const signature = aSignature({ ...second, link }, { email: ben });
    expect(await office().run(operations.signQuote, { input: signature }, link)).toMatchObject({
      status: 'ACCEPTED',
    });
  });

  test('LK-03: a mailbox that stays the customer’s keeps its links, and so does another customer with the same one', async () => {
    const ana = await aCustomer();
    const quote = await office().sentQuote({}, ana.id);
    const other = await office().customer({ email: ana.email, name: 'Another business of hers' });
    const theirs = await office().sentQuote({}, other.id);
    const ben = newMailbox('ben');
    await moves(ana.id, ben, [{ name: 'Ana', email: ana.email, phone: '', role: '' }]);
    expect(await page(quote.link)).toMatchObject({ status: 'OPEN' });
    const fresh = await mailsOf(() => sendFresh(quote.id));
    expect(fresh.map(({ to }) => to)).toEqual([ana.email]);
    await moves(ana.id, ben);
    expect(await page(quote.link)).toEqual(notThere);
    expect(await page(fresh[0] ?? { link: '' })).toEqual(notThere);
    expect(await page(theirs.link)).toMatchObject({ status: 'OPEN' });
    expect(await endedIn(quote)).toHaveLength(1);
    expect(await endedIn(theirs)).toEqual([]);
  });

  test('LK-03: a receipt goes to the address on file, like every later paper', async () => {
    const ana = await aCustomer();
    const quote = await office().signedQuote({}, { email: ana.email }, ana.id);
    await office().settle();
    const ben = newMailbox('ben');
    await moves(ana.id, ben);
    const mails = await mailsOf(() => cash.confirm(quote));
    expect(mails.map(({ to }) => to)).toEqual([ben]);
    expect(await office().run(operations.portalInvoice, {}, { link: mails[0]?.link ?? '' })).toMatchObject({
      number: quote.invoice.number,
      status: 'PAID',
    });
  });

  test('LK-03: a mail that still waits for the old mailbox is not sent with its dead link, and staff are told', async () => {
    const ana = await aCustomer();
    const quote = await office().signedQuote({}, { email: ana.email }, ana.id);
    await office().settle();
    const mails = await mailsOf(async () => {
      await sendFresh(quote.id);
      await moves(ana.id, newMailbox('ben'));
    });
    expect(mails).toEqual([]);
    expect(
      await office().rows(
        `select status, failure, token from mail where quote_id = '${quote.id}' and kind = 'FRESH_LINK'`,
      ),
    ).toEqual([{ status: 'FAILED', failure: expect.stringContaining('its link was ended'), token: null }]);
    expect(
      await office().rows(
        `select kind, title from review_item where quote_id = '${quote.id}' and resolved_at is null`,
      ),
    ).toEqual([{ kind: 'DELIVERY_FAILED', title: `A mail to ${ana.email} was not sent` }]);
    expect(await office().broken()).toEqual([]);
  });

  test('LK-03: a fresh link of the same moment as the change is dead with the mailbox', async () => {
    const ana = await aCustomer();
    const quote = await office().signedQuote({}, { email: ana.email }, ana.id);
    await office().settle();
    const ctx = await systemContext(office().app.instance, 'test');
    const about = { quoteId: quote.id, customerId: ana.id };
    const { moved } = await ctx.db.transaction(async ({ sql: query }) => {
      const recipient = await freshLinkTo(ctx, query, { ...about, invoiceId: null, recipient: ana.email });
      // Meanwhile somebody takes the address off; without a lock that is through before the link is written.
      const changing = moves(ana.id, newMailbox('ben'));
      await new Promise((resolve) => setTimeout(resolve, 300));
      await queueMails(ctx, query, {
        ...about,
        kind: 'FRESH_LINK',
        recipient: String(recipient),
        dedupeKey: 'fresh-link:same-moment',
      });
      // Not awaited here: it waits for the end of this transaction.
      return { moved: () => changing };
    });
    await moved();
    const links = await office().rows<{ revoked_at: string | null }>(
      `select revoked_at from link where customer_id = '${ana.id}' and email = '${ana.email}' order by id`,
    );
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter(({ revoked_at: ended }) => ended === null)).toEqual([]);
  });
});
