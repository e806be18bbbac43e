/**
 * Whether money can go where a person says. $1,200.00 for an invoice of $1,124.70 leaves $75.30, which become the customer's
 * credit; $1,200.00 of which $1,000.00 are for that invoice would leave money beside an invoice that still owes, and is refused.
 * For an invoice that is paid already all of it is credit.
 */
import { isOwed, type InvoiceStatus } from '../invoice.ts';
import type { CurrencyCode, MinorUnits } from '../money.ts';
import { mostMoney } from '../payment.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { BankLineStatus } from './line-status.ts';
import type { Allocation } from './match.ts';
import { allocated, distribute, type Share } from './split.ts';

/** How much can be confirmed at once. */
export const mostTogether = 20;

type Line = Readonly<{ id: string; amount: MinorUnits; currency: CurrencyCode; status: BankLineStatus }>;
type Owing = Readonly<{
  id: string;
  number: string;
  status: InvoiceStatus;
  balance: MinorUnits;
  currency: CurrencyCode;
  customerId: string;
}>;

const amountNo = (message: string): Refusal => refuse('AMOUNT_INVALID', message, 'allocations');

/** What of each line goes where, or why that cannot be. Invoices come in the order of the allocations. */
export function sharesOf(
  lines: readonly Line[],
  invoices: readonly Owing[],
  allocations: readonly Allocation[],
): readonly Share[] | Refusal {
  const problem =
    countProblem(lines.length, 'lineIds') ??
    countProblem(allocations.length, 'allocations') ??
    currencyProblem(lines, invoices);
  if (problem !== null) return problem;
  if (lines.some(({ amount }) => amount > mostMoney))
    return amountNo('This is more than one payment can be.');
  if (isForCredit(invoices, allocations))
    return lines.map(({ id, amount }) => ({ lineId: id, allocations: [...allocations], rest: amount }));
  const wrong = owedProblem(invoices, allocations);
  if (wrong !== null) return wrong;
  const shares = distribute(lines, allocations);
  const rest = shares.reduce((sum, share) => sum + share.rest, 0);
  if (allocated(allocations) > lines.reduce((sum, { amount }) => sum + amount, 0))
    return amountNo('More is allocated than came.');
  if (shares.some((share) => share.allocations.length === 0))
    return amountNo('One of the lines is not needed for these amounts. Take it out, or allocate more.');
  if (rest === 0) return shares;
  const open = invoices.find(({ balance }, at) => (allocations[at]?.amount ?? 0) < balance);
  if (open !== undefined)
    return amountNo(`Money is left over while invoice ${open.number} still owes some. Allocate it there.`);
  return new Set(invoices.map(({ customerId }) => customerId)).size > 1
    ? amountNo('Money is left over, and these invoices are of several customers. Allocate all of it.')
    : shares;
}

const countProblem = (count: number, field: string): Refusal | null =>
  count >= 1 && count <= mostTogether
    ? null
    : refuse('INPUT_INVALID', `Please choose from 1 to ${mostTogether}.`, field);

function currencyProblem(lines: readonly Line[], invoices: readonly Owing[]): Refusal | null {
  const currencies = new Set([...lines, ...invoices].map(({ currency }) => currency));
  return currencies.size === 1
    ? null
    : refuse('AMOUNT_INVALID', 'The lines and the invoices are in different currencies.', 'allocations');
}

/** An invoice that owes nothing, named alone and with nothing: the money came twice, and is the credit of its customer. */
const isForCredit = ([invoice, ...more]: readonly Owing[], [first]: readonly Allocation[]): boolean =>
  invoice !== undefined && more.length === 0 && first?.amount === 0 && !isOwed(invoice.status);

function owedProblem(invoices: readonly Owing[], allocations: readonly Allocation[]): Refusal | null {
  for (const [at, { amount, invoiceId }] of allocations.entries()) {
    const invoice = invoices[at];
    if (invoice?.id !== invoiceId || !isOwed(invoice.status))
      return refuse(
        'INVOICE_NOT_PAYABLE',
        'Nothing is owed on one of these invoices. Load the page again to see how it stands.',
        `allocations.${at}.invoiceId`,
      );
    if (!Number.isSafeInteger(amount) || amount <= 0 || amount > invoice.balance)
      return refuse(
        'AMOUNT_INVALID',
        'The amount has to be more than zero and at most what the invoice owes.',
        `allocations.${at}.amount`,
      );
  }
  return null;
}
