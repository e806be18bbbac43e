import { describe, expect, it } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { quoteTotals } from '../../api/src/domain/pricing.ts';
import type { PrintedDocument, PrintedSection } from '../../api/src/letters/printed-document.ts';
import { printQuote } from '../../api/src/letters/print-quote.ts';
import { printReceipt, type ReceiptToPrint } from '../../api/src/letters/print-receipt.ts';
import { printSignedQuote } from '../../api/src/letters/print-signed-quote.ts';
import { aSnapshot, anAcceptance, company, customer, drawnStrokes, openQuote } from './samples.ts';

function section<K extends PrintedSection['kind']>(printed: PrintedDocument, kind: K, heading: string) {
  const found = printed.sections.find((one) => one.kind === kind && one.heading === heading);
  if (found === undefined) throw new Error(`no section ${heading}`);
  return found as Extract<PrintedSection, { kind: K }>;
}
const cells = (printed: PrintedDocument, heading: string) =>
  section(printed, 'TABLE', heading).rows.map((row) => row.cells);
const totals = (printed: PrintedDocument, heading: string) =>
  section(printed, 'TABLE', heading).totals.map(({ label, value }) => [label, value]);
const fact = (printed: PrintedDocument, label: string) =>
  printed.facts.find((one) => one.label === label)?.value;
const headings = (printed: PrintedDocument) => printed.sections.map((one) => one.heading);

describe('a printed quote', () => {
  const printed = printQuote(aSnapshot(), openQuote);

  it('shows what is offered and until when', () => {
    expect(printed).toMatchObject({
      heading: 'Quote',
      title: 'Website migration',
      number: 'QT-SILVADENTAL-0001-1',
    });
    expect(fact(printed, 'Date')).toBe('21 November 2026');
    expect(fact(printed, 'Valid until')).toBe('21 December 2026\nend of day in Sydney');
    expect(printed.status).toBeNull();
  });

  it('adds up the lines without the options', () => {
    expect(cells(printed, 'Price')).toEqual([['Website migration', '1', '$3,299.00', '10%', '$3,299.00']]);
    expect(totals(printed, 'Price')).toEqual([
      ['Subtotal without GST', '$2,999.09'],
      ['GST 10%', '$299.91'],
      ['Total without options', '$3,299.00'],
    ]);
  });

  it('offers the options with what each adds', () => {
    expect(cells(printed, 'Options you can add')).toEqual([['Booking form integration', '10%', '$450.00']]);
  });

  it('spreads the total over the stages', () => {
    expect(cells(printed, 'Payment plan')).toEqual([
      ['1. Deposit', 'On signing', '30%', '$989.70'],
      ['2. Progress', 'When the milestone is reached', '40%', '$1,319.60'],
      ['3. Final', 'When the milestone is reached', '30%', '$989.70'],
    ]);
  });

  it('says when it cannot be signed any more', () => {
    expect(printQuote(aSnapshot(), { ...openQuote, status: 'EXPIRED' }).status).toEqual({
      label: 'Expired',
      tone: 'BAD',
    });
    expect(printQuote(aSnapshot(), { ...openQuote, status: 'CANCELED' }).status?.tone).toBe('BAD');
  });

  it('leaves out what is not there', () => {
    const bare = printQuote(aSnapshot({ options: [], scope: [], terms: [] }), openQuote);
    expect(headings(bare)).toEqual(['Price', 'Payment plan']);
    expect(totals(bare, 'Price').at(-1)).toEqual(['Total', '$3,299.00']);
  });

  it('names what each of several tax rates is taken on', () => {
    const lines = [...aSnapshot().lines, { ...aSnapshot().lines[0]!, id: 'line-2', taxRate: 0 }];
    const labels = totals(printQuote(aSnapshot({ lines }), openQuote), 'Price').map(([label]) => label);
    expect(labels).toContain('GST 0% on $3,299.00');
    expect(labels).toContain('GST 10% on $2,999.09');
  });

  it('does not speak of tax where none is charged', () => {
    const lines = aSnapshot().lines.map((line) => ({ ...line, taxRate: 0 }));
    const untaxed = printQuote(aSnapshot({ lines, options: [] }), openQuote);
    expect(totals(untaxed, 'Price')).toEqual([['Total', '$3,299.00']]);
    expect(section(untaxed, 'TABLE', 'Price').note).toBe('');
  });

  it('writes quantities, rates and currencies exactly', () => {
    const line = {
      id: 'l',
      description: 'Work',
      quantity: 1500,
      unit: 'h',
      unitPrice: minor(123456),
      taxRate: 8875,
    };
    const foreign = printQuote(
      aSnapshot({ currency: 'KWD', lines: [line], pricesIncludeTax: false }),
      openQuote,
    );
    expect(cells(foreign, 'Price')).toEqual([
      ['Work', '1.5 h', 'KWD\u00a0123.456', '8.875%', 'KWD\u00a0185.184'],
    ]);
  });
});

describe('a printed signed quote', () => {
  const snapshot = aSnapshot();
  const printed = printSignedQuote(snapshot, anAcceptance(snapshot));

  it('has the chosen option in the price and the agreed total in every stage', () => {
    expect(cells(printed, 'Price')).toEqual([
      ['Website migration', '1', '$3,299.00', '10%', '$3,299.00'],
      ['Booking form integration', '1', '$450.00', '10%', '$450.00'],
    ]);
    expect(totals(printed, 'Price')).toEqual([
      ['Subtotal without GST', '$3,408.18'],
      ['GST 10%', '$340.82'],
      ['Total agreed', '$3,749.00'],
    ]);
    expect(cells(printed, 'Payment plan').map((row) => row[3])).toEqual([
      '$1,124.70',
      '$1,499.60',
      '$1,124.70',
    ]);
  });

  it('names the options that were left out', () => {
    const without = printSignedQuote(
      snapshot,
      anAcceptance(snapshot, { optionIds: [], totals: quoteTotals(snapshot, []) }),
    );
    expect(section(without, 'TABLE', 'Price').note).toContain(
      'Options not chosen: Booking form integration.',
    );
    expect(totals(without, 'Price').at(-1)).toEqual(['Total agreed', '$3,299.00']);
  });

  it('shows the signature with its sentence, time and zone', () => {
    const signature = section(printed, 'SIGNATURE', 'Signature');
    expect(signature.consent).toBe(snapshot.consent);
    expect(signature.strokes).toEqual(drawnStrokes);
    expect(signature.facts.map(({ value }) => value)).toEqual([
      'Ana Silva',
      'ana@silvadental.example',
      expect.stringMatching(/^21 November 2026.*7:15:30.*(?:AEDT|GMT\+11)$/u),
      'Drawn by hand on the screen',
    ]);
  });

  it('has no drawing for a typed name', () => {
    const typed = printSignedQuote(snapshot, anAcceptance(snapshot, { method: 'TYPED' }));
    expect(section(typed, 'SIGNATURE', 'Signature').strokes).toEqual([]);
  });

  it('carries both fingerprints and the instant in UTC', () => {
    const values = section(printed, 'CERTIFICATE', 'Certificate').facts.map(({ value }) => value);
    expect(values).toContain('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08');
    expect(values).toContain('2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae');
    expect(values).toContain('2026-11-21T08:15:30.000Z');
  });
});

describe('a printed receipt', () => {
  const receipt: ReceiptToPrint = {
    company,
    customer,
    number: 'RC-2026-0001',
    issueDate: localDate('2026-11-22'),
    invoiceNumber: 'INV-2026-0001',
    quoteNumber: 'QT-SILVADENTAL-0001-1',
    quoteTitle: 'Website migration',
    stageLabel: 'Deposit',
    currency: 'AUD',
    amount: minor(112470),
    method: 'BANK_TRANSFER',
    reference: 'NAB 4711',
    receivedOn: localDate('2026-11-21'),
    balanceAfter: minor(0),
    locale: 'en-AU',
  };
  const payment = (change: Partial<ReceiptToPrint>) => {
    const printed = printReceipt({ ...receipt, ...change });
    return Object.fromEntries(
      section(printed, 'FACTS', 'Payment').facts.map(({ label, value }) => [label, value]),
    );
  };

  it('says how much came, how, when and for what', () => {
    expect(printReceipt(receipt).highlight).toEqual({
      label: 'Amount received',
      value: '$1,124.70',
      note: 'Bank transfer, 21 November 2026',
    });
    expect(payment({})).toEqual({
      For: 'Website migration, Deposit',
      'Paid by': 'Bank transfer',
      'Received on': '21 November 2026',
      Reference: 'NAB 4711',
      'Still open on INV-2026-0001': '$0.00',
    });
  });

  it('calls the invoice paid in full only when nothing is open', () => {
    expect(printReceipt(receipt).title).toBe('Paid in full');
    expect(printReceipt({ ...receipt, balanceAfter: minor(1) }).title).toBe('Payment received');
    expect(payment({ balanceAfter: minor(1) })['Still open on INV-2026-0001']).toBe('$0.01');
  });

  it('has no line for a reference that is not there', () => {
    expect(payment({ reference: null })).not.toHaveProperty('Reference');
  });
});
