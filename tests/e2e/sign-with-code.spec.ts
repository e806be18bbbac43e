import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Sent } from '../support/steps.ts';
import { fillSignature } from './support/customer-steps.ts';
import { examine } from './support/examine.ts';
import { quoteOffice } from './support/quote-office.ts';
import { sees, seesText } from './support/see.ts';

const ana = { name: 'Ana Silva', email: 'Ana@silvadental.example' };
const form = (page: Page) => page.getByRole('form', { name: 'Sign' });
const field = (page: Page) => form(page).getByLabel('Code from the mail');
const accept = (page: Page) => page.getByRole('button', { name: /^Sign and accept/ });

describe('a customer who proves the mailbox', () => {
  const the = quoteOffice();
  const withCode = () => the.office.sentQuote({ mailboxProof: 'CODE' });

  /** The code out of the newest mail, as the customer reads it. */
  async function codeInMail(): Promise<string> {
    await the.office.settle();
    const mail = the.office.mailer.sent.findLast(({ subject }) => subject.startsWith('Your code'));
    return /^\d{6}$/m.exec(mail?.text ?? '')?.[0] ?? 'no code';
  }
  async function askFor(page: Page): Promise<string> {
    await form(page).getByRole('button', { name: 'Send me the code' }).click();
    await seesText(form(page).getByRole('status'), /We have sent six digits to A…@silvadental\.example/);
    return codeInMail();
  }
  const proofOf = async ({ id }: Sent): Promise<string | undefined> =>
    (await the.office.rows<{ proof: string }>(`select proof from acceptance where quote_id = '${id}'`))[0]
      ?.proof;

  it('LK-02: signs with the code from the mail, and the evidence says so', async () => {
    const quote = await withCode();
    const page = await the.open(quote);
    await fillSignature(page, ana);
    await examine(page, 'quote-code-before');
    await accept(page).click();
    await seesText(page.getByRole('alert'), 'Enter the six digits of the code that we send by mail.');
    const code = await askFor(page);
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field(page).getAttribute('autocomplete')).toBe('one-time-code');
    expect(await field(page).getAttribute('inputmode')).toBe('numeric');
    expect((await field(page).boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await examine(page, 'quote-code-asked');
    await field(page).fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await accept(page).click();
    await sees(page.getByRole('heading', { level: 1, name: 'Signed. Thank you.' }));
    expect(await proofOf(quote)).toBe('CODE');
  });

  it('LK-02: reads at the field what is wrong with a code, and gets a new one', async () => {
    const quote = await withCode();
    const page = await the.open(quote);
    await fillSignature(page, ana);
    const first = await askFor(page);
    const wrong = first === '000000' ? '111111' : '000000';
    for (let tries = 0; tries < 5; tries += 1) {
      await field(page).fill(wrong);
      await accept(page).click();
      await seesText(page.getByRole('alert'), /This is not the code that we sent/);
    }
    await examine(page, 'quote-code-wrong');
    await field(page).fill(first);
    await accept(page).click();
    await seesText(
      page.getByRole('alert'),
      'There were too many tries with this code. Please ask for a new one.',
    );
    expect(await field(page).getAttribute('aria-invalid')).toBe('true');
    // after a reload the page goes on where it was
    await page.reload();
    const again = form(page).getByRole('button', { name: 'Send a new code' });
    await sees(field(page));
    await again.click();
    await seesText(form(page).getByRole('button', { name: /^Send a new code/ }), /\(in \d+ s\)/);
    const second = await codeInMail();
    await field(page).fill(second);
    await form(page).getByRole('checkbox').check();
    await accept(page).click();
    await sees(page.getByRole('heading', { level: 1, name: 'Signed. Thank you.' }));
    expect(await proofOf(quote)).toBe('CODE');
  });

  it('has a code already, on another device', async () => {
    const quote = await withCode();
    const page = await the.open(quote);
    await fillSignature(page, ana);
    const code = await askFor(page);
    await page.evaluate(() => sessionStorage.clear());
    const again = await the.open(quote);
    await fillSignature(again, ana);
    await form(again).getByRole('button', { name: 'I have a code' }).click();
    await seesText(form(again), 'Enter the six digits from the newest mail to');
    await field(again).fill(code);
    await accept(again).click();
    await sees(again.getByRole('heading', { level: 1, name: 'Signed. Thank you.' }));
  });

  it('is asked for no address where the link is enough', async () => {
    const quote = await the.office.sentQuote({ mailboxProof: 'NONE' });
    const page = await the.open(quote);
    await page.getByRole('button', { name: 'Review and sign' }).click();
    expect(await page.getByLabel('Your e-mail address').count()).toBe(0);
    await page.getByLabel('Your name').fill(ana.name);
    await form(page).getByRole('checkbox').check();
    await examine(page, 'quote-no-proof');
    await accept(page).click();
    await sees(page.getByRole('heading', { level: 1, name: 'Signed. Thank you.' }));
    expect(await proofOf(quote)).toBe('NONE');
  });

  it('LK-01: a forwarded link does not sign, and does not say whose it is', async () => {
    const quote = await the.office.sentQuote();
    const page = await the.open(quote);
    await fillSignature(page, { name: 'Ben Brown', email: 'ben@elsewhere.example' });
    await accept(page).click();
    await seesText(
      page.getByRole('alert'),
      'Please enter the e-mail address at which you received this quote. If somebody else should sign it, please contact us.',
    );
    expect(await page.content()).not.toMatch(/ana@silvadental/i);
    await examine(page, 'quote-forwarded');
    expect(await proofOf(quote)).toBeUndefined();
    const items = await the.office.rows<{ kind: string }>(
      `select kind from review_item where quote_id = '${quote.id}'`,
    );
    expect(items).toHaveLength(1);
    await page.getByLabel('Your e-mail address').fill(ana.email);
    await accept(page).click();
    await sees(page.getByRole('heading', { level: 1, name: 'Signed. Thank you.' }));
  });
});
