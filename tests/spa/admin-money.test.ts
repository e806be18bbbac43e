import { minor } from '@countersign/api/domain/money';
import { describe, expect, it } from 'vitest';
import { creditable, creditMeans } from '../../admin-spa/src/features/invoices/credit-means.ts';
import { nextAction } from '../../admin-spa/src/features/invoices/next-action.ts';
import { agreedProblems, readAgreed } from '../../admin-spa/src/features/quotes/agreed-terms.ts';
import type { InvoiceAction, PaymentStatus } from '../../admin-spa/src/gql/graphql.ts';
import { amountProblem } from '../../admin-spa/src/money/amount-problem.ts';
import { needsSecond, refundProblems } from '../../admin-spa/src/money/refund-entry.ts';
import { invoiceLabel, invoiceName } from '../../admin-spa/src/ui/words.ts';

const aud = (amount: number) => ({ amount: minor(amount), currency: 'AUD' });
const words = ({ amount }: { amount: number }) => `$${amount / 100}`;

describe('what an invoice waits for', () => {
  const next = (actions: InvoiceAction[], credit = 0, ...statuses: PaymentStatus[]) =>
    nextAction({ actions, customerCredit: aud(credit), payments: statuses.map((status) => ({ status })) });

  it('is approval first, then a claim, then the credit, then money', () => {
    expect(next(['EDIT', 'APPROVE', 'RETURN'])).toBe('APPROVE');
    expect(next(['APPLY_CREDIT', 'CONFIRM_PAYMENT'], 7_530, 'CLAIMED')).toBe('CONFIRM_PAYMENT');
    expect(next(['APPLY_CREDIT', 'CONFIRM_PAYMENT'], 7_530, 'FAILED')).toBe('APPLY_CREDIT');
    expect(next(['APPLY_CREDIT', 'CONFIRM_PAYMENT'])).toBe('CONFIRM_PAYMENT');
  });

  it('is an edit for whoever may not approve, and nothing once nothing is owed', () => {
    expect(next(['EDIT'])).toBe('EDIT');
    expect(next(['CREDIT', 'VOID'], 7_530, 'CONFIRMED')).toBeNull();
  });

  it('is said with its status, and an invoice that never got a number was given back, not voided', () => {
    const label = (number: string | null) => invoiceLabel({ status: 'VOID', isOverdue: false, number }).label;
    expect([label('INV-2026-0001'), label(null)]).toEqual(['Void', 'Given back']);
    expect(invoiceLabel({ status: 'PARTIALLY_PAID', isOverdue: true }).label).toBe('Overdue');
    expect(invoiceName({ number: null })).toBe('No number yet');
  });
});

describe('a credit note of a part-paid invoice', () => {
  const sums = { gross: minor(112_470), credited: minor(2_470), balance: minor(10_000) };

  it('lessens what is owed first, and frees the rest of what was paid', () => {
    expect(creditMeans(minor(4_000), sums)).toEqual({ owed: 6_000, freed: 0, isAll: false });
    expect(creditMeans(minor(25_000), sums)).toEqual({ owed: 0, freed: 15_000, isAll: false });
  });

  it('takes at most what earlier ones left, and then all of it', () => {
    expect(creditable(sums)).toBe(110_000);
    expect(creditMeans(creditable(sums), sums)).toEqual({ owed: 0, freed: 100_000, isAll: true });
  });

  it('is an amount between 1 cent and the most', () => {
    const problem = (amount: number | null) =>
      amountProblem(amount === null ? null : minor(amount), aud(500), words);
    expect([problem(null), problem(0), problem(501)]).toEqual([
      'Write an amount such as 1,499.60.',
      'More than zero.',
      'At most $5.',
    ]);
    expect([problem(1), problem(500)]).toEqual([null, null]);
    expect(amountProblem(minor(501), null, words)).toBeNull();
  });
});

describe('a refund', () => {
  const facts = { refundable: aud(60_000), word: 'INV-2026-0001', money: words };
  const entry = { amount: minor(60_000), reason: 'Not done', reference: null, typed: ' inv-2026-0001 ' };

  it('passes when all is there, however the number is typed', () => {
    expect(refundProblems(entry, facts)).toEqual({});
  });

  it('needs a reason, the number, at most what is left, and by hand a reference', () => {
    const wrong = { amount: minor(60_001), reason: '', reference: '', typed: 'INV-2026-0002' };
    expect(Object.keys(refundProblems(wrong, facts))).toEqual(['amount', 'reason', 'reference', 'typed']);
  });

  it('needs a second person from the limit on, in the currency of the limit', () => {
    expect(needsSecond(minor(49_999), 'AUD', aud(50_000))).toBe(false);
    expect(needsSecond(minor(50_000), 'AUD', aud(50_000))).toBe(true);
    expect(needsSecond(minor(50_000), 'EUR', aud(50_000))).toBe(false);
    expect(needsSecond(minor(50_000), 'AUD', null)).toBe(false);
    expect(needsSecond(null, 'AUD', aud(50_000))).toBe(false);
  });
});

describe('a stage that is issued with what was agreed otherwise', () => {
  const read = (entries: Record<string, string>, isEarly = false) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(entries)) form.set(name, value);
    const agreed = readAgreed(form, isEarly);
    return { agreed, problems: agreedProblems(agreed, isEarly) };
  };

  it('says nothing where nothing was agreed', () => {
    const usual = { paymentTermsDays: null, termsNote: null, outOfOrderReason: null };
    expect(read({ paymentTermsDays: ' ', termsNote: '' })).toEqual({ agreed: usual, problems: {} });
  });

  it('has days and their reason together or not at all', () => {
    expect(read({ paymentTermsDays: '30', termsNote: 'With Ana' }).problems).toEqual({});
    expect(Object.keys(read({ paymentTermsDays: '30' }).problems)).toEqual(['termsNote']);
    expect(Object.keys(read({ termsNote: 'With Ana' }).problems)).toEqual(['paymentTermsDays']);
    for (const paymentTermsDays of ['366', '-1', '1.5', 'soon'])
      expect(Object.keys(read({ paymentTermsDays, termsNote: 'x' }).problems)).toEqual(['paymentTermsDays']);
  });

  it('says why it comes before its turn', () => {
    expect(Object.keys(read({}, true).problems)).toEqual(['outOfOrderReason']);
    expect(read({ outOfOrderReason: 'Asked for' }, true).problems).toEqual({});
  });
});
