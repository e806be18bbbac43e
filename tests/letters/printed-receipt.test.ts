import { describe, expect, it } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { printReceipt, type ReceiptToPrint } from '../../api/src/letters/print-receipt.ts';
import { section } from './read-printed.ts';
import { company, customer } from './samples.ts';

describe('a printed receipt', () => {
  const receipt: ReceiptToPrint = {
    company,
    customer,
    number: 'RC-2026-0001',
    issueDate: localDate('2026-11-22'),
    invoiceNumber: 'INV-2026-0001',
    quoteNumber: 'QT-SILVADENTAL-0001-1',
    whatFor: 'Website migration, Deposit',
    currency: 'AUD',
    amount: minor(112470),
    method: 'BANK_TRANSFER',
    reference: 'NAB 4711',
    receivedOn: localDate('2026-11-21'),
    balanceAfter: minor(0),
    toCredit: minor(0),
    locale: 'en-AU',
    logo: null,
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
