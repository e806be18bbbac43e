import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import * as operations from '../support/operations.ts';
import { aKey, aSignature, type Sent } from '../support/steps.ts';

type Message = { kind: string; author: string; text: string };
type Read = { status: string; cancelReason: string | null; cancelNote: string; messages: Message[] };
type Page = { status: string; messages: { kind: string; text: string }[]; freshQuoteRequested: boolean };
type Items = {
  items: { id: string; kind: string; quote: { id: string } | null; facts: { sent: string }[] }[];
};

describe.each(databases)('talking about a quote on %s', (kind) => {
  const office = companyOn(kind);
  const ask = (quote: Sent, changes: object = {}) =>
    office().run<Page>(
      operations.askAboutQuote,
      { input: { idempotencyKey: aKey(), kind: 'QUESTION', text: 'Is hosting included?', ...changes } },
      quote.link,
    );
  const decline = (quote: Sent, changes: object = {}) =>
    office().run<Page>(
      operations.declineQuote,
      { input: { revisionHash: quote.revisionHash, reason: 'Too late for us', ...changes } },
      quote.link,
    );
  const fresh = (quote: Sent) => office().run<Page>(operations.requestFreshQuote, { input: {} }, quote.link);
  const read = async (quote: Sent) =>
    office().make<Read>(operations.quoteById, { id: quote.id }, await office().as('OWNER'));
  const itemsOf = async (quote: Sent, resolved: boolean) => {
    const { items } = await office().make<Items>(
      operations.reviewItems,
      { resolved, first: 100 },
      await office().as('OWNER'),
    );
    return items.filter((item) => item.quote?.id === quote.id);
  };
  const answer = async (quote: Sent, text: string, key = aKey()) =>
    office().run<Read>(
      operations.answerQuote,
      { input: { idempotencyKey: key, id: quote.id, text } },
      await office().as('STAFF'),
    );

  test('a question stands in the conversation, and before staff with its words', async () => {
    const quote = await office().sentQuote();
    expect(await ask(quote)).toMatchObject({
      status: 'OPEN',
      messages: [{ kind: 'QUESTION', text: 'Is hosting included?' }],
    });
    expect((await read(quote)).messages).toMatchObject([{ kind: 'QUESTION', author: 'Customer' }]);
    expect(await itemsOf(quote, false)).toMatchObject([
      { kind: 'QUOTE_MESSAGE', facts: [{ sent: 'Is hosting included?' }] },
    ]);
  });

  test('the same click twice is one message', async () => {
    const quote = await office().sentQuote();
    const idempotencyKey = aKey();
    await ask(quote, { idempotencyKey });
    expect((await ask(quote, { idempotencyKey })).messages).toHaveLength(1);
    expect(await itemsOf(quote, false)).toHaveLength(1);
  });

  test('an answer goes out by mail with its words and a link, stands on the page, and settles the item', async () => {
    const quote = await office().sentQuote();
    await ask(quote);
    const idempotencyKey = aKey();
    await answer(quote, 'Yes, for the first year.\nAfterwards $20 a month.', idempotencyKey);
    await answer(quote, 'Yes, for the first year.\nAfterwards $20 a month.', idempotencyKey);
    await office().settle();
    const mails = office().mailer.sent.filter(({ subject }) =>
      subject.startsWith(`About quote ${quote.number}`),
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('Yes, for the first year.\n');
    expect(mails[0]?.text).toMatch(/\/q\/#[\w-]{43}/);
    const page = await office().make<Page>(operations.portalQuote, {}, quote.link);
    expect(page.messages.map((message) => message.kind)).toEqual(['QUESTION', 'ANSWER']);
    expect(await itemsOf(quote, false)).toEqual([]);
    expect(await itemsOf(quote, true)).toMatchObject([{ resolution: 'The customer was answered.' }]);
  });

  test('an answer needs a quote that was sent, and a person who may write quotes', async () => {
    const { id } = await office().draft();
    const input = { idempotencyKey: aKey(), id, text: 'Hello' };
    const result = await office().run(operations.answerQuote, { input }, await office().as('OWNER'));
    expect(result).toMatchObject({ code: 'QUOTE_NOT_OPEN' });
    const denied = await office().run(operations.answerQuote, { input }, await office().as('BOOKKEEPER'));
    expect(denied).toEqual({ fault: 'FORBIDDEN' });
  });

  test.each([
    [{ text: ' ' }, 'text'],
    [{ text: 'x'.repeat(5_001) }, 'text'],
    [{ text: 'null \u0000 character' }, 'text'],
    [{ kind: 'ANSWER' }, 'kind'],
  ])('a question that is none is refused at its field: %o', async (changes, field) => {
    const quote = await office().sentQuote();
    expect(await ask(quote, changes)).toMatchObject({ code: 'INPUT_INVALID', field });
    expect((await read(quote)).messages).toEqual([]);
  });

  test('a link in the wrong hands cannot fill the inbox: after twenty messages of a day it is asked to wait', async () => {
    const quote = await office().sentQuote();
    for (let message = 0; message < 20; message += 1) expect((await ask(quote)).code).toBeUndefined();
    expect(await ask(quote)).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    expect((await read(quote)).messages).toHaveLength(20);
  });

  test('declining ends the quote with its reason; saying it again changes nothing', async () => {
    const quote = await office().sentQuote();
    expect(await decline(quote)).toMatchObject({ status: 'DECLINED' });
    expect(await decline(quote)).toMatchObject({ status: 'DECLINED' });
    expect(await read(quote)).toMatchObject({
      status: 'CANCELED',
      cancelReason: 'DECLINED',
      cancelNote: 'Too late for us',
      messages: [{ kind: 'DECLINE', text: 'Too late for us' }],
    });
    expect(await itemsOf(quote, false)).toMatchObject([{ kind: 'QUOTE_DECLINED' }]);
    const events = await office().rows<{ data: string }>(
      `select data from event where type = 'quote.canceled' and data like '%${quote.id}%'`,
    );
    expect(events.map(({ data }) => JSON.parse(data) as object)).toMatchObject([{ reason: 'DECLINED' }]);
  });

  test('a declined quote cannot be signed, and a signed one cannot be declined', async () => {
    const declined = await office().sentQuote();
    await decline(declined);
    const late = await office().run(operations.signQuote, { input: aSignature(declined) }, declined.link);
    expect(late).toMatchObject({ code: 'QUOTE_NOT_OPEN' });
    const signed = await office().signedQuote();
    expect(await decline(signed)).toMatchObject({ code: 'QUOTE_ALREADY_ACCEPTED' });
  });

  test('signing and declining at once: one of them wins, the other is told', async () => {
    const quote = await office().sentQuote();
    const [signed, declined] = await Promise.all([
      office().run(operations.signQuote, { input: aSignature(quote) }, quote.link),
      decline(quote),
    ]);
    const { status } = await read(quote);
    expect([signed.code === undefined, declined.code === undefined]).toEqual([
      status === 'ACCEPTED',
      status === 'CANCELED',
    ]);
  });

  test('a page of a changed quote cannot decline: its customer has not seen what they say no to', async () => {
    const quote = await office().sentQuote();
    expect(await decline(quote, { revisionHash: 'b2'.repeat(32) })).toMatchObject({
      code: 'REVISION_SUPERSEDED',
    });
    expect(await read(quote)).toMatchObject({ status: 'OPEN' });
  });

  test('one click asks for a fresh quote after the end, however often it is clicked', async () => {
    const quote = await office().sentQuote();
    expect(await fresh(quote)).toMatchObject({ code: 'INPUT_INVALID' });
    await decline(quote);
    expect(await fresh(quote)).toMatchObject({ freshQuoteRequested: true });
    expect(await fresh(quote)).toMatchObject({ freshQuoteRequested: true });
    const items = await itemsOf(quote, false);
    expect(items.filter((item) => item.kind === 'FRESH_QUOTE_REQUESTED')).toHaveLength(1);
    expect(
      (await read(quote)).messages.filter((message) => message.kind === 'FRESH_QUOTE_REQUEST'),
    ).toHaveLength(1);
  });

  test('an invoice’s link does not speak for its quote', async () => {
    const quote = await office().signedQuote();
    await office().settle();
    const link = office().linkInMail('i', quote.invoice.number);
    const input = { idempotencyKey: aKey(), kind: 'QUESTION', text: 'Hello' };
    expect(await office().run(operations.askAboutQuote, { input }, link)).toEqual({ fault: 'NOT_FOUND' });
  });
});
