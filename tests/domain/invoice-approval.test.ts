import { describe, expect, test } from 'vitest';
import {
  type InvoiceFacts,
  invoiceApprovalReasons,
  type InvoicePolicy,
} from '../../api/src/domain/invoice-approval.ts';
import { invoiceActions, type InvoiceStanding } from '../../api/src/domain/invoice-actions.ts';
import type { InvoiceStatus } from '../../api/src/domain/invoice.ts';
import { minor } from '../../api/src/domain/money.ts';
import { may, type StaffRole } from '../../api/src/domain/permission.ts';

const facts = (changes: Partial<InvoiceFacts> = {}): InvoiceFacts => ({
  gross: minor(500_001),
  currency: 'AUD',
  locale: 'en-AU',
  mayApprove: false,
  isCovered: false,
  isFirstOfClient: true,
  hold: '',
  openDisputes: 0,
  discount: 20_000,
  ...changes,
});
const all: InvoicePolicy = {
  currency: 'AUD',
  limit: minor(500_000),
  discountLimit: 15_000,
  newClients: true,
};
const none: InvoicePolicy = { currency: 'AUD', limit: null, discountLimit: null, newClients: false };

describe('an invoice has to be approved', () => {
  test('for every rule that fires, with what it saw', () => {
    expect(invoiceApprovalReasons(facts({ hold: 'Pays in parts', openDisputes: 1 }), all)).toEqual([
      'It comes to $5,000.01, which is above the limit of $5,000.00.',
      'It is the first invoice to this client.',
      'It gives a discount of 20 %, which is more than 15 %.',
      'Invoices to this client wait: Pays in parts',
      'The client disputes a payment; look at that first.',
    ]);
  });

  test('for none that is switched off or not reached', () => {
    expect(invoiceApprovalReasons(facts(), none)).toEqual([]);
    const below = facts({ gross: minor(500_000), isFirstOfClient: false, discount: 15_000 });
    expect(invoiceApprovalReasons(below, all)).toEqual([]);
  });

  test('not for its amount when whoever issues it may approve', () => {
    const reasons = invoiceApprovalReasons(facts({ mayApprove: true }), all);
    expect(reasons).toHaveLength(2);
    expect(reasons.join()).not.toContain('limit of');
  });

  test('for hold and dispute alone when the approval of the quote covers it', () => {
    expect(invoiceApprovalReasons(facts({ isCovered: true }), all)).toEqual([]);
    expect(invoiceApprovalReasons(facts({ isCovered: true, hold: 'x', openDisputes: 2 }), all)).toHaveLength(
      2,
    );
  });

  test('when its currency cannot be held against the limit', () => {
    const [reason] = invoiceApprovalReasons(facts({ currency: 'EUR', gross: minor(1) }), all);
    expect(reason).toBe('It is in EUR, which cannot be held against the limit of $5,000.00.');
  });
});

describe('what can be done with an invoice', () => {
  const invoice = (status: InvoiceStatus, changes: Partial<InvoiceStanding> = {}): InvoiceStanding => ({
    ...{ kind: 'FREE', status, gross: minor(100), paid: minor(0), credited: minor(0) },
    ...{ writtenOff: minor(0), customerCredit: minor(0) },
    ...changes,
  });
  const actions = (of: InvoiceStanding, role: StaffRole = 'OWNER') =>
    invoiceActions(of, (permission) => may(role, permission));

  test('depends on where it stands', () => {
    expect(actions(invoice('AWAITING_APPROVAL'))).toEqual(['EDIT', 'APPROVE', 'RETURN']);
    expect(actions(invoice('AWAITING_APPROVAL', { kind: 'STAGE' }))).toEqual(['APPROVE', 'RETURN']);
    expect(actions(invoice('OPEN'))).toEqual(['VOID', 'CREDIT', 'WRITE_OFF', 'CONFIRM_PAYMENT']);
    expect(actions(invoice('PARTIALLY_PAID', { paid: minor(1), customerCredit: minor(1) }))).toEqual([
      ...['CREDIT', 'WRITE_OFF', 'APPLY_CREDIT', 'CONFIRM_PAYMENT'],
    ]);
    expect(actions(invoice('PAID', { paid: minor(100) }))).toEqual(['CREDIT', 'KEEP_AS_CREDIT']);
    expect(actions(invoice('PAID', { gross: minor(0) }))).toEqual(['KEEP_AS_CREDIT']);
    expect(actions(invoice('VOID', { credited: minor(100) }))).toEqual(['KEEP_AS_CREDIT']);
    expect(actions(invoice('UNCOLLECTIBLE', { writtenOff: minor(100) }))).toEqual(['KEEP_AS_CREDIT']);
  });

  test('is no voiding where a part was given up: that part would be taken off twice', () => {
    // $70 were given up; a dispute took the $30 back that had been paid.
    expect(actions(invoice('OPEN', { writtenOff: minor(70) }))).toEqual([
      ...['CREDIT', 'WRITE_OFF', 'CONFIRM_PAYMENT'],
    ]);
  });

  test('depends on the role', () => {
    expect(actions(invoice('AWAITING_APPROVAL'), 'STAFF')).toEqual(['EDIT']);
    expect(actions(invoice('OPEN'), 'STAFF')).toEqual(['CONFIRM_PAYMENT']);
    expect(actions(invoice('OPEN'), 'BOOKKEEPER')).toEqual([]);
  });
});
