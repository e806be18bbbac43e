import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase } from '../support/databases.ts';
import { approveQuote, createCustomer, createQuote, reviewItems } from '../support/operations.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { aCustomerInput, aQuoteInput } from '../support/steps.ts';
import { examine } from './support/examine.ts';
import { askAs } from './support/graphql.ts';
import { linkIn, mailTo } from './support/inbox.ts';
import { desk, newPerson, type Person } from './support/profile.ts';
import { sees, seesNoMore, seesText } from './support/see.ts';
import { reviewItem, signIn } from './support/staff-steps.ts';
import { trySignatures } from './support/try-signatures.ts';
import { noComplaints } from './support/watch.ts';

let browser: Browser;
let server: ServerProcess;
let staff: Person;
let page: Page;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Three customers with a quote each; nobody's signature passes. */
beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer({ DATABASE_URL: await freshDatabase('sqlite') });
  staff = await newPerson(browser, { viewport: desk, origins: [server.url] });
  ({ page } = staff);
  await signIn(page, server.url);
  for (const [k, name] of ['Orchid Florists', 'Tidal Yoga', 'Quarry Bikes'].entries()) {
    const email = `owner${k}@shop${k}.example`;
    const ask = <T>(query: string, input: object) => askAs<T>(staff.context, server.url, query, { input });
    const { createCustomer: customer } = await ask<{ createCustomer: { id: string } }>(createCustomer, {
      idempotencyKey: `customer-${k}`,
      customer: aCustomerInput({ name, email }),
    });
    const quote = aQuoteInput({ title: `Website for ${name}`, validUntil: inDays(20) });
    const { createQuote: draft } = await ask<{ createQuote: { id: string; version: number } }>(createQuote, {
      idempotencyKey: `quote-of-${k}`,
      customerId: customer.id,
      quote,
    });
    await ask(approveQuote, { id: draft.id, version: draft.version });
    const { token } = linkIn(await mailTo(server.url, email, /^Quote /));
    await trySignatures(server.url, { token, email }, k === 0 ? ['ADDRESS', 'TOTAL'] : ['ADDRESS']);
  }
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const navigation = () => page.getByRole('navigation', { name: 'Main' });
const filter = (name: RegExp) =>
  page.getByRole('navigation', { name: 'Which items' }).getByRole('link', { name });
const undo = (said: string | RegExp) =>
  page.getByRole('alert').filter({ hasText: said }).getByRole('button', { name: 'Undo' }).click();
const address = () => page.getByRole('article').filter({ hasText: 'Another address' });

describe('the inbox', () => {
  it('fills without a reload, group by group, and says what, why and what to do', async () => {
    await seesText(navigation(), '4');
    await sees(page.getByRole('heading', { level: 2, name: 'Signatures' }));
    await sees(reviewItem(page, /did not pass: total/));
    await sees(filter(/^Waiting 4$/));
    const item = address().first();
    await seesText(item, 'A fresh link only ever goes to the address on file.');
    await sees(item.getByRole('button', { name: 'Send a fresh link' }));
    await sees(item.getByRole('button', { name: 'Accept for the customer…' }));
    await sees(item.getByRole('link', { name: 'Revise the quote…' }));
    await examine(page, 'admin-inbox');
  });

  it('is searched, and says when nothing fits', async () => {
    await page.getByLabel('Search the items').fill('tidal');
    await expect.poll(() => page.getByRole('article').count()).toBe(1);
    await page.getByLabel('Search the items').fill('giraffe');
    await sees(page.getByRole('heading', { name: 'Nothing here' }));
    await examine(page, 'admin-inbox-nothing');
    await page.getByRole('link', { name: 'Show everything that waits' }).click();
    await expect.poll(() => page.getByRole('article').count()).toBe(4);
  });

  it('an item is taken by somebody and put off, and both stand in the filters', async () => {
    const item = reviewItem(page, /did not pass: total/);
    await item.getByRole('button', { name: 'Assign' }).click();
    await page.getByRole('menuitem', { name: 'Take it myself' }).click();
    await sees(filter(/^Mine 1$/));
    await item.getByRole('button', { name: 'Put off' }).click();
    await page.getByRole('menuitem', { name: 'Until tomorrow' }).click();
    await seesNoMore(item);
    await sees(filter(/^Waiting 3$/));
    await filter(/^Put off 1$/).click();
    await seesText(item, /^Put off until/);
    await examine(page, 'admin-inbox-put-off');
    await item.getByRole('button', { name: 'Put off' }).click();
    await page.getByRole('menuitem', { name: 'Bring it back now' }).click();
    await filter(/^Waiting 4$/).click();
    await sees(item);
  });

  it('one is settled with words, and taken back', async () => {
    const item = reviewItem(page, /did not pass: total/);
    await item.getByRole('button', { name: 'Settle…' }).click();
    await item.getByLabel(/^What was done/).fill('It was an old page.');
    await item.getByRole('button', { name: 'Settle', exact: true }).click();
    await seesNoMore(item);
    await seesText(navigation(), '3');
    await undo(/Settled: /);
    await sees(item);
    await seesText(page, 'The item is back.');
  });

  it('many are settled at once, with the result of each', async () => {
    for (const box of await address().getByRole('checkbox').all()) await box.check();
    const bar = page.getByRole('region', { name: 'Chosen items' });
    await seesText(bar, '3 selected');
    await examine(page, 'admin-inbox-chosen');
    // Somebody else is faster with one of them.
    const { reviewItems: list } = await askAs<{ reviewItems: { items: { id: string; kind: string }[] } }>(
      staff.context,
      server.url,
      reviewItems,
    );
    const [first] = list.items.filter(({ kind }) => kind === 'ADDRESS_MISMATCH');
    await bar.getByRole('button', { name: 'Settle…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^What was done/).fill('Called them all.');
    await askAs(
      staff.context,
      server.url,
      'mutation ($input: ResolveReviewItemInput!) { resolveReviewItem(input: $input) { __typename } }',
      { input: { id: first?.id, resolution: 'Done by a colleague.' } },
    );
    await dialog.getByRole('button', { name: /^Settle/ }).click();
    await seesText(page, '2 items settled.');
    await seesText(bar, /Somebody settled this before/);
    await bar.getByRole('button', { name: 'Understood' }).click();
    await undo('2 items settled.');
    await seesText(page, '2 items are back.');
  });

  it('a quote is accepted for the customer who signed on paper, and the records say so', async () => {
    const item = address().first();
    await item.getByRole('button', { name: 'Accept for the customer…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Accept for the customer' });
    await seesText(dialog, '$3,299.00');
    await dialog.getByRole('checkbox', { name: /^Booking form/ }).check();
    await seesText(dialog, '$3,749.00');
    await dialog.getByLabel(/^How you know/).fill('Signed on paper, copy in the folder.');
    await examine(page, 'admin-accept-for-customer');
    const quote = await item.getByRole('link', { name: /^Quote / }).innerText();
    await dialog.getByRole('button', { name: 'Accept for the customer' }).click();
    await seesText(page, /is accepted\. The customer is told by mail\./);
    await filter(/^Settled/).click();
    const settled = page.getByRole('article').filter({ hasText: 'accepted on behalf of the customer' });
    await sees(settled);
    await examine(page, 'admin-inbox-settled');
    await settled.first().getByRole('link', { name: quote }).click();
    await seesText(page, 'Accepted for the customer');
    await seesText(page.getByRole('main'), 'Signed on paper, copy in the folder.');
    await examine(page, 'admin-quote-accepted-for-customer');
  });

  it('a fresh link settles the item', async () => {
    await page.goto(`${server.url}/admin/`);
    await sees(address());
    const before = await address().count();
    await address().first().getByRole('button', { name: 'Send a fresh link' }).click();
    await expect.poll(() => address().count()).toBe(before - 1);
    await seesText(page, /on its way to the address on file/);
  });

  it('the browser did not complain, leak or call anybody else', () => {
    noComplaints(staff);
  });
});
