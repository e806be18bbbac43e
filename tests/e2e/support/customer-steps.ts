import type { Page } from 'playwright-core';
import { sees } from './see.ts';

export type Signer = { name: string; email: string };

/** Opens the private link that a mail holds, in the mail as the sandbox shows it; the link opens a tab of its own. */
export async function openFromMail(page: Page, mailUrl: string, button: string): Promise<Page> {
  // A click into the mail's frame is lost while another tab is in front.
  await page.bringToFront();
  await page.goto(mailUrl);
  const opened = page.context().waitForEvent('page');
  await page.frameLocator('iframe').getByRole('link', { name: button }).click();
  return opened;
}

/** What the running total says, wherever the reader has scrolled to. */
export const totalNow = (page: Page) => page.getByRole('complementary', { name: 'Total' });

export async function fillSignature(page: Page, { name, email }: Signer): Promise<void> {
  await page.getByRole('button', { name: 'Review and sign' }).click();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByRole('form', { name: 'Sign' }).getByRole('checkbox').check();
}

/** Signs with the mouse: two strokes across the field. */
export async function draw(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Draw' }).click();
  const field = page.getByRole('tabpanel', { name: 'Draw' }).locator('canvas');
  await field.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await field.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  for (const [from, to] of [
    [0.2, 0.5],
    [0.5, 0.8],
  ] as const) {
    await page.mouse.move(x + width * from, y + height * 0.7);
    await page.mouse.down();
    await page.mouse.move(x + width * ((from + to) / 2), y + height * 0.2, { steps: 8 });
    await page.mouse.move(x + width * to, y + height * 0.7, { steps: 8 });
    await page.mouse.up();
  }
}

export async function sign(page: Page, total: string): Promise<void> {
  await page.getByRole('button', { name: `Sign and accept ${total}` }).click();
  await sees(page.getByRole('heading', { level: 1, name: 'Signed. Thank you.' }));
}

/** On an invoice: card, and off to the payment provider. */
export async function payByCard(page: Page, amount: string): Promise<void> {
  await page.getByRole('radio', { name: 'Card' }).check();
  await page.getByRole('button', { name: `Pay ${amount} by card` }).click();
  await sees(page.getByRole('button', { name: 'Decline' }));
}

/** "I have paid in cash", and to whom. */
export async function claimCash(page: Page, givenTo: string): Promise<void> {
  await page.getByRole('radio', { name: 'Cash' }).check();
  await page.getByLabel('Given to').fill(givenTo);
  await page.getByRole('button', { name: /^Tell / }).click();
}
