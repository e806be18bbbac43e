import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { examine } from './support/examine.ts';
import { quoteOffice } from './support/quote-office.ts';
import { part, sees } from './support/see.ts';

/** A stranger, who has a PDF and nothing else. */
describe('the page that checks a document', () => {
  const there = quoteOffice();
  const folder = mkdtempSync(join(tmpdir(), 'countersign-checked-'));

  async function signedPdf() {
    const quote = await there.office.signedQuote();
    await there.office.settle();
    const url = `${there.url}/documents/quotes/${quote.id}.pdf`;
    const answer = await fetch(url, { headers: await there.office.as('OWNER') });
    return { quote, bytes: Buffer.from(await answer.arrayBuffer()) };
  }
  async function choose(page: Page, name: string, bytes: Buffer): Promise<void> {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    await page.getByLabel('The PDF to check').setInputFiles(file);
  }

  it('says of the signed PDF what was signed, by whom and when, and of a changed one that it is not it', async () => {
    const { quote, bytes } = await signedPdf();
    const { page } = there.customer;
    const sent: string[] = [];
    page.on('request', (request) => void sent.push(request.postData() ?? ''));
    await page.goto(`${there.url}/verify`);
    await sees(page.getByRole('heading', { level: 1, name: 'Check a document' }));
    await examine(page, 'verify-empty');
    await choose(page, 'signed.pdf', bytes);
    const verdict = part(page, 'This is the signed document');
    await sees(verdict);
    for (const fact of [quote.number, 'Website migration', 'Ana Silva', '$3,749.00'])
      await sees(verdict.getByText(fact));
    await examine(page, 'verify-genuine');
    const changed = Buffer.from(bytes);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    await choose(page, `${quote.number}.pdf`, changed);
    await sees(part(page, 'This is not the signed document'));
    await choose(page, 'changed.pdf', changed);
    await sees(part(page, 'The company does not know this document'));
    await examine(page, 'verify-unknown');
    // The file never leaves the machine.
    expect(sent.filter((body) => body.includes('%PDF'))).toEqual([]);
  });

  it('is reached from the signed page, with the fingerprint filled in', async () => {
    const quote = await there.office.signedQuote();
    const page = await there.open(quote);
    await page.getByText('Proof of what was signed').click();
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'check that it is genuine' }).click();
    const check = await opened;
    await check.getByRole('button', { name: 'Check the fingerprint' }).click();
    await sees(part(check, 'This signature is genuine'));
    await check.getByLabel('Number of the quote, if you know it').fill('QT-OTHER-0001-1');
    await check.getByRole('button', { name: 'Check the fingerprint' }).click();
    await sees(part(check, 'The company does not know this document'));
  });

  it('gives the customer the file that proves the signature', async () => {
    const quote = await there.office.signedQuote();
    await there.office.settle();
    const page = await there.open(quote);
    await page.getByText('Proof of what was signed').click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the evidence file' }).click();
    expect((await coming).suggestedFilename()).toBe(`${quote.number}-evidence.json`);
  });
});
