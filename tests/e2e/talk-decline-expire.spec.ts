import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answerQuote, approveQuote, quoteById, reviseQuote, updateQuote } from '../support/operations.ts';
import { aKey, aLineInput, aQuoteInput, type Draft, type Sent } from '../support/steps.ts';
import { fillSignature, totalNow } from './support/customer-steps.ts';
import { examine } from './support/examine.ts';
import { quoteOffice, type QuoteOffice } from './support/quote-office.ts';
import { part, sees, seesNoMore, seesText } from './support/see.ts';

const ana = { name: 'Ana Silva', email: 'Ana@silvadental.example' };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const talk = (page: Page) => part(page, 'A question, or something to change?');

describe('a customer who does not sign yet', () => {
  const the = quoteOffice();

  it('asks, reads the answer on the same page, and wishes for a change', async () => {
    const quote = await the.office.sentQuote();
    const page = await the.open(quote);
    await totalNow(page).getByRole('button', { name: /^Ask/ }).click();
    await button(page, 'Ask a question').click();
    const field = page.getByLabel('Your question');
    await field.fill('Can the course be on a Friday?');
    await examine(page, 'quote-ask');
    await page.reload();
    await button(page, 'Ask a question').click();
    expect(await field.inputValue()).toBe('Can the course be on a Friday?');
    await button(page, 'Send the question').click();
    await seesText(talk(page).getByRole('status'), /^Sent\. .* answers by mail to/);
    await seesText(talk(page).getByRole('list'), 'Can the course be on a Friday?');

    const { office } = the;
    const input = { idempotencyKey: aKey(), id: quote.id, text: 'Yes, any Friday in January.' };
    await office.make(answerQuote, { input }, await office.as('OWNER'));
    await page.reload();
    await seesText(talk(page).getByRole('list'), 'Yes, any Friday in January.');
    await button(page, 'Request a change').click();
    await button(page, 'Send the request').click();
    await seesText(page.getByRole('alert'), 'Write what you would like to say.');
    await page.getByLabel('What should be different?').fill('Please without the blog.');
    await button(page, 'Send the request').click();
    await seesText(talk(page).getByRole('list'), 'Please without the blog.');
    await examine(page, 'quote-talk');

    const { messages } = await office.make<Talked>(quoteById, { id: quote.id }, await office.as('OWNER'));
    expect(messages.map(({ kind, text }) => [kind, text])).toEqual([
      ['QUESTION', 'Can the course be on a Friday?'],
      ['ANSWER', 'Yes, any Friday in January.'],
      ['CHANGE_REQUEST', 'Please without the blog.'],
    ]);
  });

  it('declines with a reason, after a second thought', async () => {
    const quote = await the.office.sentQuote();
    const page = await the.open(quote);
    await button(page, 'Decline').click();
    await examine(page, 'quote-decline');
    await button(page, 'Keep it open').click();
    await seesNoMore(button(page, 'Decline the quote'));
    await button(page, 'Decline').click();
    await page.getByLabel('Why? (optional)').fill('We found another studio.');
    await button(page, 'Decline the quote').click();
    await sees(page.getByRole('heading', { level: 1, name: 'You declined this quote' }));
    await page.reload();
    await sees(page.getByRole('heading', { level: 1, name: 'You declined this quote' }));
    expect(await page.getByRole('button', { name: /sign/i }).count()).toBe(0);
    await examine(page, 'quote-declined');
    const { office } = the;
    const read = await office.make<Ended>(quoteById, { id: quote.id }, await office.as('OWNER'));
    expect(read).toMatchObject({
      status: 'CANCELED',
      cancelReason: 'DECLINED',
      cancelNote: 'We found another studio.',
    });
  });

  it('asks for a fresh quote in one press when it has expired, and is told so on every visit', async () => {
    const quote = await the.office.sentQuote();
    the.office.clock.set('2026-12-02T01:00:00Z');
    const page = await the.open(quote);
    await sees(page.getByRole('heading', { level: 1, name: 'This quote has expired' }));
    await page.getByText('What this quote said').click();
    await sees(page.getByRole('row', { name: /Website migration.*\$3,299\.00/ }));
    await button(page, 'Ask for a fresh quote').click();
    await seesText(page.getByRole('main'), /knows that you would like a fresh quote/);
    await page.reload();
    await seesText(page.getByRole('main'), /knows that you would like a fresh quote/);
    expect(await page.getByRole('button', { name: 'Ask for a fresh quote' }).count()).toBe(0);
    await examine(page, 'quote-fresh-asked');
  });

  it('is led from an old link to the newer version, reads what changed, and signs that one', async () => {
    const old = await the.office.sentQuote();
    const page = await the.open(old);
    await sees(page.getByRole('heading', { level: 1, name: 'Website migration' }));
    const newer = await revised(the, old);
    // what the page still shows is not so any more: the gate says no, and the page reads itself again
    await fillSignature(page, ana);
    await page.getByRole('button', { name: 'Sign and accept $3,299.00' }).click();
    await sees(page.getByRole('heading', { level: 1, name: 'There is a newer version of this quote' }));
    await seesText(part(page, 'What changed'), /2,999\.00/);
    await examine(page, 'quote-superseded');
    await page.getByRole('link', { name: 'Open the newer version' }).click();
    await sees(page.getByRole('heading', { level: 1, name: 'Website migration' }));
    await seesText(page.getByRole('main'), `Quote ${newer.number}`);
    await seesText(totalNow(page), '$2,999.00');
    await page.getByText('What changed since the last version').click();
    await examine(page, 'quote-newer');
    expect(await page.getByLabel('Your name').inputValue()).toBe(ana.name);
    await fillSignature(page, ana);
    await page.getByRole('button', { name: 'Sign and accept $2,999.00' }).click();
    await sees(page.getByRole('heading', { level: 1, name: 'Signed. Thank you.' }));
    await page.goBack();
    await page.goForward();
    await sees(page.getByRole('heading', { level: 1, name: 'This quote is accepted' }));
    const { office } = the;
    const read = await office.make<Ended>(quoteById, { id: newer.id }, await office.as('OWNER'));
    expect(read.status).toBe('ACCEPTED');
  });
});

/** The same for 300.00 less, approved and sent as the next version. */
async function revised({ office }: QuoteOffice, old: Sent): Promise<Sent> {
  const owner = await office.as('OWNER');
  const draft = await office.make<Draft>(reviseQuote, { input: { id: old.id, version: old.version } }, owner);
  const quote = aQuoteInput({ lines: [aLineInput({ unitPrice: 299_900 })] });
  const input = { id: draft.id, version: draft.version, quote };
  const { id, version } = await office.make<Draft>(updateQuote, { input }, owner);
  const sent = await office.make<Sent>(approveQuote, { input: { id, version } }, owner);
  await office.settle();
  return sent;
}

type Talked = { messages: { kind: string; text: string }[] };
type Ended = { status: string; cancelReason: string | null; cancelNote: string };
