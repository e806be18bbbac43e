import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode, MinorUnits } from '../domain/money.ts';
import type { PaymentLogKind, PaymentMethod } from '../domain/payment.ts';
import type { Client, Party } from '../domain/quote-snapshot.ts';
import { paperOf } from './paper.ts';
import { printedClient } from './parties.ts';
import type { PrintedDocument, PrintedRow } from './printed-document.ts';
import { wording } from './wording.ts';

/** One step of the log. */
export type LogEntryToPrint = Readonly<{
  at: Date;
  kind: PaymentLogKind;
  actor: string;
  method: PaymentMethod | null;
  reference: string | null;
  note: string | null;
}>;

export type PaymentLogToPrint = Readonly<{
  company: Party;
  customer: Client;
  invoiceNumber: string;
  currency: CurrencyCode;
  gross: MinorUnits;
  balance: MinorUnits;
  /** What the provider calls the payment in question. */
  reference: string | null;
  printedOn: LocalDate;
  timeZone: string;
  entries: readonly LogEntryToPrint[];
  locale: string;
  logo: Uint8Array | null;
}>;

const steps: Readonly<Record<PaymentLogKind, string>> = {
  INVOICE_ISSUED: 'Invoice issued',
  CHECKOUT_STARTED: 'Customer sent to the card page',
  CHECKOUT_EXPIRED: 'Card page closed without payment',
  PAYMENT_FAILED: 'Payment failed',
  PAYMENT_PENDING: 'Payment on its way',
  CLAIMED: 'Customer says to have paid',
  CLAIM_REJECTED: 'Claim rejected',
  CONFIRMED: 'Payment confirmed',
  RECEIPT_SENT: 'Receipt mailed',
  UNALLOCATED: 'Money that fits no invoice',
  VIEWED: 'Invoice opened by the customer',
  INVOICE_APPROVED: 'Invoice approved',
  CHECKOUT_UNKNOWN: 'Provider did not answer',
  WEBHOOK_RECEIVED: 'Message of the provider',
  BANK_MATCHED: 'Bank line matched',
  CREDIT_APPLIED: 'Credit applied',
  OVERPAID: 'More paid than owed',
  VOIDED: 'Invoice voided',
  CREDITED: 'Credit note issued',
  WRITTEN_OFF: 'Rest given up',
  REFUND_REQUESTED: 'Refund asked for',
  REFUNDED: 'Refunded',
  REFUND_FAILED: 'Refund failed',
  DISPUTED: 'Payment disputed',
  DISPUTE_WON: 'Dispute won',
  DISPUTE_LOST: 'Dispute lost',
  MAIL_BOUNCED: 'Mail came back',
};

/**
 * Every step of the payments of an invoice, as evidence for the bank that decides a dispute. It is in English whatever the
 * customer speaks: card schemes read that.
 */
export function printPaymentLog(log: PaymentLogToPrint): PrintedDocument {
  const words = wording('en', log.locale, log.currency);
  const printedOn = words.day(log.printedOn);
  return {
    ...paperOf(log.company, log.logo, words),
    kind: 'PAYMENT_LOG',
    heading: 'Payment log',
    title: `Payments of invoice ${log.invoiceNumber}`,
    number: `payment-log-${log.invoiceNumber}`,
    date: log.printedOn,
    client: printedClient(log.customer, words.say.labels.for),
    facts: [
      { label: words.say.labels.issuedOn, value: printedOn },
      { label: words.say.labels.invoice, value: log.invoiceNumber },
      ...(log.reference === null ? [] : [{ label: 'Payment', value: log.reference }]),
    ],
    highlight: {
      label: 'Invoice total',
      value: words.amount(log.gross),
      note: `Owed on ${printedOn}: ${words.amount(log.balance)}`,
    },
    sections: [
      {
        kind: 'TABLE',
        heading: 'What happened, oldest first',
        columns: [
          { label: 'Step', align: 'START', grows: true },
          { label: 'When', align: 'START', grows: false },
          { label: 'Who', align: 'START', grows: false },
        ],
        rows: log.entries.map((entry) => rowOf(entry, (at) => words.moment(at, log.timeZone))),
        totals: [],
        note: 'Steps are written when they happen, by the system itself, and are never changed. What the provider says is proven by its signature.',
      },
    ],
  };
}

function rowOf(
  { at, kind, actor, reference, note }: LogEntryToPrint,
  moment: (at: Date) => string,
): PrintedRow {
  return {
    cells: [steps[kind], moment(at), actor],
    note: [reference, note].filter((text) => text !== null && text !== '').join(' · '),
  };
}
