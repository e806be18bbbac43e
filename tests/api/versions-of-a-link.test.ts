import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import * as operations from '../support/operations.ts';
import { aKey, aQuoteInput, aSignature, type Made, type Sent } from '../support/steps.ts';

type Page = { number: string; status: string; newerNumber: string | null; revisionHash: string };

describe.each(databases)('an old link after a revision on %s', (kind) => {
  const office = companyOn(kind);
  const page = (link: { link: string }, number: string | null = null) =>
    office().run<Page>(operations.portalQuote, { number }, link);
  const ask = (link: { link: string }, text: string) =>
    office().make(
      operations.askAboutQuote,
      { input: { idempotencyKey: aKey(), kind: 'QUESTION', text } },
      link,
    );
  const talk = (link: { link: string }) =>
    office().make<{ messages: { text: string }[]; changes: { label: string }[] }>(
      '{ portalQuote { messages { text } changes { label } } }',
      {},
      link,
    );
  const step = async (document: string, { id, version }: Made) =>
    office().make<Sent>(document, { input: { id, version } }, await office().as('OWNER'));
  async function revised(quote: Sent): Promise<Sent> {
    const draft = await step(operations.reviseQuote, quote);
    const changed = await office().make<Sent>(
      operations.updateQuote,
      { input: { id: draft.id, version: draft.version, quote: aQuoteInput({ title: 'Website, larger' }) } },
      await office().as('OWNER'),
    );
    const sent = await step(operations.approveQuote, changed);
    await office().settle();
    return { ...sent, link: office().linkInMail('q', sent.number) };
  }

  test('TT-04: the page opened before cannot sign the new price under the old consent', async () => {
    const first = await office().sentQuote();
    await revised(first);
    const result = await office().run(operations.signQuote, { input: aSignature(first) }, first.link);
    expect(result).toMatchObject({ code: 'REVISION_SUPERSEDED' });
  });

  test('says that there is a newer version and leads to it; there it can be signed', async () => {
    const first = await office().sentQuote();
    await ask(first.link, 'Is hosting included?');
    const second = await revised(first);
    expect(second.number).toBe(first.number.replace(/-1$/, '-2'));
    expect(await talk(second.link)).toMatchObject({
      messages: [{ text: 'Is hosting included?' }],
      changes: [{ label: 'Title' }],
    });
    expect(await page(first.link)).toMatchObject({ status: 'SUPERSEDED', newerNumber: second.number });
    expect(await page(first.link, second.number)).toMatchObject({ status: 'OPEN', number: second.number });
    const input = aSignature({ ...second, options: second.options }, { number: second.number });
    expect(await office().run(operations.signQuote, { input }, first.link)).toMatchObject({
      __typename: 'PortalQuote',
      status: 'ACCEPTED',
    });
    const invoice = await office().run<{ number: string }>(
      operations.portalInvoice,
      { number: null },
      first.link,
    );
    expect(invoice).toMatchObject({ quoteNumber: second.number });
  });

  test('does not lead to a version that was sent to another mailbox', async () => {
    const first = await office().sentQuote();
    const customer = await office().make<Made>(
      operations.customerById,
      { id: first.customer.id },
      await office().as('OWNER'),
    );
    await office().make(
      operations.updateCustomer,
      {
        input: {
          id: customer.id,
          version: customer.version,
          customer: {
            name: 'Silva Dental',
            contactName: 'Ben Silva',
            email: 'ben@silvadental.example',
            phone: '',
            address: ['3 King Street'],
            taxNumber: '',
            // Her mailbox is one of theirs, so her link lives on.
            contacts: [{ name: 'Ana Silva', email: 'Ana@silvadental.example', phone: '', role: '' }],
            notes: '',
          },
        },
      },
      await office().as('OWNER'),
    );
    await ask(first.link, 'What does Ana pay?');
    const second = await revised(first);
    await ask(second.link, 'What does Ben pay?');
    expect(await page(first.link)).toMatchObject({ status: 'SUPERSEDED', newerNumber: null });
    expect(await page(first.link, second.number)).toEqual({ fault: 'NOT_FOUND' });
    expect(await page(second.link)).toMatchObject({ status: 'OPEN' });
    // Nor to what was said about it, nor is the other one told what the first offer was.
    expect((await talk(first.link)).messages).toEqual([{ text: 'What does Ana pay?' }]);
    expect(await talk(second.link)).toEqual({ messages: [{ text: 'What does Ben pay?' }], changes: [] });
  });

  test('does not open other offers of the same customer', async () => {
    const first = await office().sentQuote();
    const other = await office().sentQuote({}, first.customer.id);
    expect(await page(first.link, other.number)).toEqual({ fault: 'NOT_FOUND' });
  });

  test('a preview shows staff what the customer would see, and customers nothing', async () => {
    const { id } = await office().draft();
    const seen = await office().make<Page>(operations.quotePreview, { id }, await office().as('BOOKKEEPER'));
    expect(seen).toMatchObject({ status: 'PREVIEW', number: '', revisionHash: '' });
    const sent = await office().sentQuote();
    expect(await office().run(operations.quotePreview, { id }, sent.link)).toMatchObject({
      fault: 'UNAUTHENTICATED',
    });
  });
});
