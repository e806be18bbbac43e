import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { disputeReasonInWords } from '../domain/dispute.ts';
import { inWords } from '../domain/local-date.ts';
import { formatAmount } from '../domain/money.ts';
import { today } from '../domain/zone.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { publish } from '../outbox/events.ts';
import type { DisputeFact } from '../ports.ts';
import { raise } from '../review/raise.ts';
import { settleItemsOfSubject } from '../review/settle-by-action.ts';
import type { Dispute } from './dispute.entity.ts';
import { logStep } from './log.ts';
import type { Payment } from './payment.entity.ts';

export type AboutDispute = { payment: Row<Payment>; invoice: Row<Invoice> };

/** That a dispute was opened, and until when it can be answered: log, history, and a task for a person. */
export async function tellOpened(
  ctx: Ctx,
  query: Sql,
  dispute: Row<Dispute>,
  { payment, invoice }: AboutDispute,
): Promise<void> {
  const { amount, currency } = dispute;
  const shown = formatAmount({ amount, currency }, ctx.company.locale);
  const says = disputeReasonInWords(dispute.reason);
  await logStep(ctx, query, {
    payment,
    kind: 'DISPUTED',
    actor: 'Stripe',
    reference: dispute.providerId,
    note: `${shown}: ${says}`,
  });
  await noted(ctx, query, dispute, invoice, {
    action: 'dispute.opened',
    text: `The card holder disputes ${shown}`,
  });
  await publish(ctx, query, {
    type: 'dispute.opened',
    data: { disputeId: dispute.id, paymentId: payment.id, invoiceId: invoice.id, amount },
  });
  await askForAnswer(ctx, query, dispute, { payment, invoice }, `dispute:${dispute.providerId}`);
}

/** That an inquiry became a dispute, or that there is more time: who was asked before knows another day, or has answered. */
export async function tellAskedAnew(
  ctx: Ctx,
  query: Sql,
  dispute: Row<Dispute>,
  about: AboutDispute,
): Promise<void> {
  const { id, providerId, isWithdrawn, evidenceDueBy } = dispute;
  await noted(ctx, query, dispute, about.invoice, {
    action: 'dispute.asked_anew',
    text: 'The card holder’s bank asks for an answer anew',
  });
  await settleItemsOfSubject(ctx, query, { subjectId: id, kind: 'DISPUTE', how: 'The bank asks anew.' });
  const key = `dispute:${providerId}:${isWithdrawn}:${evidenceDueBy ?? ''}`;
  await askForAnswer(ctx, query, dispute, about, key);
}

/** A task for a person, with the day until which the provider takes the answer. */
async function askForAnswer(
  ctx: Ctx,
  query: Sql,
  dispute: Row<Dispute>,
  { payment, invoice }: AboutDispute,
  dedupeKey: string,
): Promise<void> {
  const { amount, currency, evidenceDueBy } = dispute;
  const until = evidenceDueBy === null ? null : inWords(today(new Date(evidenceDueBy), ctx.company.timeZone));
  await raise(ctx, query, {
    kind: 'DISPUTE',
    title:
      until === null
        ? `A payment of invoice ${invoice.number} is disputed`
        : `A payment of invoice ${invoice.number} is disputed; answer until ${until}`,
    facts: [
      {
        label: 'Amount',
        sent: formatAmount({ amount, currency }, ctx.company.locale),
        approved: formatAmount(payment, ctx.company.locale),
      },
      { label: 'The card holder says', sent: disputeReasonInWords(dispute.reason), approved: null },
      { label: 'Answer until', sent: until, approved: null },
      { label: 'Dispute', sent: dispute.providerId, approved: payment.reference },
    ],
    dedupeKey,
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    paymentId: payment.id,
    subjectId: dispute.id,
  });
}

/** How it ended; a loss is put before a person. */
export async function tellClosed(
  ctx: Ctx,
  query: Sql,
  dispute: Row<Dispute>,
  { payment, invoice }: AboutDispute,
): Promise<void> {
  const isWon = dispute.status === 'WON';
  await logStep(ctx, query, {
    payment,
    kind: isWon ? 'DISPUTE_WON' : 'DISPUTE_LOST',
    actor: 'Stripe',
    reference: dispute.providerId,
  });
  await noted(ctx, query, dispute, invoice, {
    action: 'dispute.closed',
    text: isWon ? 'The dispute was won' : 'The dispute was lost',
  });
  await publish(ctx, query, {
    type: 'dispute.closed',
    data: {
      disputeId: dispute.id,
      paymentId: payment.id,
      invoiceId: invoice.id,
      amount: dispute.amount,
      outcome: dispute.status,
    },
  });
  await settleItemsOfSubject(ctx, query, {
    subjectId: dispute.id,
    kind: 'DISPUTE',
    how: isWon ? 'The dispute was won; the money is back.' : 'The dispute was lost.',
  });
  if (isWon) return;
  const { amount, currency } = dispute;
  await raise(ctx, query, {
    kind: 'DISPUTE',
    title: `The dispute about invoice ${invoice.number} was lost`,
    explanation:
      'The card holder keeps the money, so the invoice is owed again. Talk to the customer, then ask for the money another way, credit the invoice or write it off.',
    facts: [
      {
        label: 'Amount',
        sent: formatAmount({ amount, currency }, ctx.company.locale),
        approved: formatAmount(payment, ctx.company.locale),
      },
      { label: 'Dispute', sent: dispute.providerId, approved: payment.reference },
    ],
    dedupeKey: `dispute-lost:${dispute.providerId}`,
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    paymentId: payment.id,
    subjectId: dispute.id,
  });
}

/** What was decided stays so in the book; a person looks at the provider's second thoughts. */
export async function tellReversed(
  ctx: Ctx,
  query: Sql,
  dispute: Row<Dispute>,
  fact: DisputeFact,
): Promise<void> {
  await raise(ctx, query, {
    kind: 'DISPUTE',
    title: 'The provider changed the end of a dispute',
    explanation:
      'The book keeps what was said first. Look at the provider what became of the money, and record it by hand.',
    facts: [{ label: 'Outcome', sent: fact.status, approved: dispute.status }],
    dedupeKey: `dispute-reversed:${dispute.providerId}`,
    invoiceId: dispute.invoiceId,
    paymentId: dispute.paymentId,
    subjectId: dispute.id,
  });
}

const noted = (
  ctx: Ctx,
  query: Sql,
  dispute: Row<Dispute>,
  invoice: Row<Invoice>,
  said: { action: string; text: string },
): Promise<void> =>
  record(ctx, query, {
    ...said,
    ...(invoice.quoteId === null ? {} : { quoteId: invoice.quoteId }),
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    facts: { disputeId: dispute.id, providerId: dispute.providerId, amount: dispute.amount },
    actor: 'Stripe',
  });
