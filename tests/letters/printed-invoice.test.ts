import { describe, expect, it } from 'vitest';
import { type EarlierInvoice, invoiceOfStage } from '../../api/src/domain/invoice.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { quotePrice } from '../../api/src/domain/pricing.ts';
import { minor } from '../../api/src/domain/money.ts';
import type { QuoteSnapshot } from '../../api/src/domain/quote-snapshot.ts';
import { totalsOf } from '../../api/src/domain/tax.ts';
import { printInvoice } from '../../api/src/letters/print-invoice.ts';
import { aLine, aSnapshot, company } from './samples.ts';

type Change = {
  snapshot?: QuoteSnapshot;
  bankDetails?: string[];
  position?: number;
  earlier?: EarlierInvoice[];
};

function printed(change: Change = {}) {
  const snapshot = change.snapshot ?? aSnapshot();
  const content = invoiceOfStage({
    snapshot,
    agreedTotals: quotePrice(snapshot, [{ optionId: 'option-1', quantity: 1 }]).totals,
    position: change.position ?? 1,
    bankDetails: change.bankDetails ?? ['BSB: 062-000', 'Pay within the fortnight'],
    bankAccount: null,
    earlier: change.earlier ?? [],
    reductions: [],
    terms: null,
  });
  const dates = { issueDate: localDate('2026-11-21'), dueDate: localDate('2026-12-05') };
  return printInvoice(content, { number: 'INV-2026-0001', ...dates, locale: 'en-AU', logo: null });
}

describe('a printed invoice', () => {
  it('shows amount and due date first', () => {
    expect(printed().highlight).toEqual({
      label: 'Amount due',
      value: '$1,124.70',
      note: 'Please pay by 5 December 2026.',
    });
    expect(printed().facts.map(({ value }) => value)).toEqual([
      '21 November 2026',
      '5 December 2026',
      '1 of 3, Deposit',
      'QT-SILVADENTAL-0001-1',
    ]);
  });

  it('charges the stage with its tax', () => {
    const [table] = printed().sections;
    if (table?.kind !== 'TABLE') throw new Error('no table');
    expect(table.rows.map((row) => row.cells.slice(1))).toEqual([
      ['$1,022.45', '10%', '$102.25', '$1,124.70'],
    ]);
    expect(table.rows[0]?.cells[0]).toContain('Deposit');
    expect(table.totals).toEqual([
      { label: 'Total without GST', value: '$1,022.45', weight: 'PLAIN' },
      { label: 'GST 10%', value: '$102.25', weight: 'PLAIN' },
      { label: 'Total', value: '$1,124.70', weight: 'STRONG' },
    ]);
  });

  it('lists on the last one what came before, and below each what was taken off it', () => {
    const taxed = (net: number, tax: number) =>
      totalsOf([{ treatment: 'STANDARD', rate: 10_000, net: minor(net), tax: minor(tax) }]);
    const issueDate = localDate('2026-11-21');
    const creditNotes = [{ number: 'CN-2026-0001', issueDate, totals: taxed(9_091, 909) }];
    const deposit = { number: 'INV-2026-0001', issueDate, label: 'Deposit', totals: taxed(102_245, 10_225) };
    const table = printed({ position: 3, earlier: [{ ...deposit, creditNotes }] }).sections[1];
    if (table?.kind !== 'TABLE') throw new Error('no table');
    expect(table.rows.map(({ cells, note }) => [...cells, note])).toEqual([
      [
        'INV-2026-0001, Deposit',
        '21 November 2026',
        ...['$1,022.45', '$102.25', '$1,124.70'],
        'GST 10% on $1,022.45: $102.25',
      ],
      [
        'Credit note CN-2026-0001',
        '21 November 2026',
        ...['\u2212$90.91', '\u2212$9.09', '\u2212$100.00'],
        'GST 10% on $90.91: \u2212$9.09',
      ],
    ]);
  });

  it('says where transfers go and with which reference', () => {
    expect(printed().sections[1]).toMatchObject({
      kind: 'FACTS',
      facts: [
        { label: 'BSB', value: '062-000' },
        { label: '', value: 'Pay within the fortnight' },
        { label: 'Reference', value: 'INV-2026-0001' },
      ],
    });
    expect(printed({ bankDetails: [] }).sections).toHaveLength(1);
  });

  it('calls itself a tax invoice where a GST is charged, and an invoice elsewhere', () => {
    const named = (taxLabel: string, taxRate = 10000) =>
      printed({
        snapshot: aSnapshot({
          company: { ...company, taxLabel },
          lines: aSnapshot().lines.map((line) => ({ ...line, taxRate })),
          options: [],
        }),
      }).heading;
    expect(named('GST')).toBe('Tax invoice');
    expect(named('VAT')).toBe('Invoice');
    expect(named('GST', 0)).toBe('Invoice');
  });

  it('says why no tax is charged, where the law wants it said', () => {
    const note = 'Reverse charge: the customer accounts for the VAT.';
    const invoice = printed({
      snapshot: aSnapshot({
        company: { ...company, taxLabel: 'VAT' },
        lines: [aLine({ taxTreatment: 'REVERSE_CHARGE', taxRate: 0 })],
        options: [],
        taxNotes: [note],
      }),
    });
    const [table, about] = invoice.sections;
    if (table?.kind !== 'TABLE' || about?.kind !== 'TEXT') throw new Error('no table, no text');
    expect(table.rows[0]?.cells[2]).toBe('Reverse charge');
    expect(table.totals.map(({ label, value }) => [label, value])).toEqual([
      ['Total without VAT', '$989.70'],
      ['VAT, reverse charge', '$0.00'],
      ['Total', '$989.70'],
    ]);
    expect(about.blocks[0]?.spans[0]?.text).toBe(note);
  });
});
