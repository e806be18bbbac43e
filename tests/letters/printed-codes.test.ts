import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { createPdfRenderer } from '../../api/src/adapters/pdf.ts';
import { type BankAccount, noBankAccount } from '../../api/src/domain/bank-account.ts';
import { invoiceOfStage } from '../../api/src/domain/invoice.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { quotePrice } from '../../api/src/domain/pricing.ts';
import { printInvoice } from '../../api/src/letters/print-invoice.ts';
import { scanned } from '../support/scan.ts';
import { aSnapshot } from './samples.ts';

const pathOf = (relative: string) => fileURLToPath(new URL(`../../api/${relative}`, import.meta.url));
const renderer = createPdfRenderer({
  workerFile: pathOf('src/adapters/pdf-worker.ts'),
  assetsDir: pathOf('assets'),
});
afterAll(() => renderer.close());

const berlin = { ...noBankAccount, holder: 'Kupfer & Kiefer GmbH', iban: 'DE89370400440532013000' };
const zurich = {
  ...{ ...noBankAccount, holder: 'Seefeld Atelier AG', iban: 'CH4431999123000889012' },
  ...{ street: 'Seefeldstrasse', houseNumber: '12', postalCode: '8008', town: 'Zürich', country: 'CH' },
};

function printed(bankAccount: BankAccount | null, currency: string, bankDetails: string[] = []) {
  const snapshot = { ...aSnapshot(), currency };
  const content = {
    ...invoiceOfStage({
      snapshot,
      agreedTotals: quotePrice(snapshot, [{ optionId: 'option-1', quantity: 1 }]).totals,
      position: 1,
      bankDetails,
      bankAccount,
      earlier: [],
      reductions: [],
      terms: null,
    }),
  };
  const dates = { issueDate: localDate('2026-11-21'), dueDate: localDate('2026-12-05') };
  return printInvoice(content, { number: 'INV-2026-0001', ...dates, locale: 'en-AU', logo: null });
}

const paymentOf = (paper: ReturnType<typeof printed>) =>
  paper.sections.find((section) => section.kind === 'FACTS' && section.heading === 'How to pay');

describe('how to pay, on a printed invoice', () => {
  it('names the account in groups, and the reference that the code has too', () => {
    expect(paymentOf(printed(zurich, 'CHF'))).toMatchObject({
      facts: [
        { label: 'Account holder', value: 'Seefeld Atelier AG' },
        { label: 'IBAN', value: 'CH44 3199 9123 0008 8901 2' },
        { label: 'Reference', value: expect.stringMatching(/^00 00000 00000 00000 02026 0001\d$/) },
      ],
      code: { millimetres: 56, label: expect.stringContaining('Payment code') },
    });
  });

  it('prints no code where no standard fits, and nothing where nobody said how to pay', () => {
    expect(paymentOf(printed(berlin, 'AUD', ['BSB: 062-000']))).not.toHaveProperty('code');
    expect(paymentOf(printed(null, 'EUR'))).toBeUndefined();
  });

  it.each([
    ['EPC', berlin, 'EUR', /^BCD\n002\n.*\nEUR1124\.70\n\n\nINV-2026-0001$/s],
    [
      'SWISS_QR',
      zurich,
      'CHF',
      /^SPC\n0200\n1\nCH4431999123000889012\n.*\n1124\.70\nCHF\n.*\nINV-2026-0001\nEPD$/s,
    ],
  ])('prints a code by %s that is read off the paper', async (_standard, account, currency, payload) => {
    const pdf = await renderer.render(printed(account, currency));
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/u);
    const page = await paperPicture(pdf);
    // Without pdftoppm there is no picture of the paper; that the file is an archive with its code is seen above.
    if (page === null) return;
    expect(await scanned(page)).toMatch(payload);
  });
});

/** The first page as a picture, or null on a machine without pdftoppm. */
async function paperPicture(pdf: Uint8Array): Promise<Buffer | null> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-code-'));
  writeFileSync(join(folder, 'paper.pdf'), pdf);
  const [file, picture] = [join(folder, 'paper.pdf'), join(folder, 'paper')];
  try {
    await promisify(execFile)('pdftoppm', ['-r', '200', '-png', '-singlefile', file, picture]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return readFileSync(`${picture}.png`);
}
