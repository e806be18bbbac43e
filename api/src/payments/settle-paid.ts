import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { formatAmount, type Money } from '../domain/money.ts';
import type { CheckoutFact } from '../ports.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { issuedOf } from '../invoices/issued.ts';
import { type NewReviewItem, raise } from '../review/raise.ts';
import { confirmPayment } from './confirm.ts';
import { logStep } from './log.ts';
import { newPayment } from './new-payment.ts';
import type { Payment } from './payment.entity.ts';
import { paymentWithInvoice } from './refund-rows.ts';

type Outcome = 'confirmed' | 'repeated' | 'needs a person';

/**
 * Money is at the provider for a payment of ours. What was asked for pays the invoice. Anything else, of another amount,
 * currency or page, or a second time, is money of the customer all the same: it is confirmed as what it is and becomes their
 * credit, with an item for a person. Each of the provider's payments is booked once, under whichever of our rows.
 */
export async function settlePaid(
  ctx: Ctx,
  query: Sql,
  paymentId: string,
  fact: CheckoutFact,
  source: string,
): Promise<Outcome> {
  // Of messages that come at once each takes its turn here and sees what the ones before wrote.
  const found = await paymentWithInvoice(query, paymentId);
  if (found === undefined) throw new LostRace();
  const { payment, invoice } = found;
  const booked = await bookedUnder(query, fact.reference);
  if (booked !== undefined)
    return isSumOf(fact, booked) ? 'repeated' : unallocated(ctx, query, fact, payment, source);
  const isNew = payment.status !== 'CONFIRMED' && isSamePage(fact, payment);
  if (isSumOf(fact, payment) && isSamePage(fact, payment) && (isNew || fact.reference === null)) {
    const done = await confirmPayment(ctx, query, {
      payment,
      invoice: issuedOf(invoice),
      by: 'Stripe',
      reference: fact.reference,
    });
    return done ? 'confirmed' : 'repeated';
  }
  const money = moneyOf(fact);
  if (money === null) return unallocated(ctx, query, fact, payment, source);
  await bookAsCredit(ctx, query, { payment, invoice, fact, money, isNew });
  return 'needs a person';
}

/** Whether it is about the page that we sent the customer to, as far as both say which. */
export const isSamePage = (fact: CheckoutFact, { sessionId }: Pick<Row<Payment>, 'sessionId'>): boolean =>
  fact.sessionId === null || sessionId === null || fact.sessionId === sessionId;

/** Our confirmed payment that has the provider's name for this money. */
async function bookedUnder(query: Sql, reference: string | null): Promise<Row<Payment> | undefined> {
  if (reference === null) return undefined;
  return query
    .selectFrom('payment')
    .selectAll()
    .where('reference', '=', reference)
    .where('method', '=', 'CARD')
    .where('status', '=', 'CONFIRMED')
    .executeTakeFirst();
}

const isSumOf = (fact: CheckoutFact, payment: Row<Payment>): boolean =>
  fact.amount === payment.amount && fact.currency === payment.currency;

/** What can be booked and given back again: a sum, under the provider's name for it. */
const moneyOf = ({ amount, currency, reference }: CheckoutFact): Money | null =>
  amount !== null && amount > 0 && currency !== null && reference !== null ? { amount, currency } : null;

type Differing = {
  payment: Row<Payment>;
  invoice: Row<Invoice>;
  fact: CheckoutFact;
  money: Money;
  /** The row itself waits for this money; otherwise it has its own, or its page is still open. */
  isNew: boolean;
};

async function bookAsCredit(
  ctx: Ctx,
  query: Sql,
  { payment, invoice, fact, money, isNew }: Differing,
): Promise<void> {
  const row = isNew
    ? { ...payment, ...money }
    : {
        ...newPayment(ctx, invoice, { method: 'CARD', status: 'EXPIRED', amount: money.amount }),
        currency: money.currency,
      };
  if (isNew) await query.updateTable('payment').set(money).where('id', '=', payment.id).execute();
  else await query.insertInto('payment').values(row).execute();
  const done = await confirmPayment(ctx, query, {
    payment: row,
    invoice: issuedOf(invoice),
    by: 'Stripe',
    reference: fact.reference,
    differing: {
      ...itemAbout(ctx, fact, payment),
      title: `Money for invoice ${issuedOf(invoice).number} is not what was asked for`,
    },
  });
  if (!done) throw new LostRace();
}

/** What came beside what was asked for. */
const itemAbout = (
  ctx: Ctx,
  fact: CheckoutFact,
  payment: Row<Payment> | null,
): Pick<NewReviewItem, 'kind' | 'facts'> => {
  const { amount, currency } = fact;
  const { locale } = ctx.company;
  return {
    kind: 'UNALLOCATED_MONEY',
    facts: [
      {
        label: 'Amount',
        sent: amount === null || currency === null ? null : formatAmount({ amount, currency }, locale),
        approved: payment === null ? null : formatAmount(payment, locale),
      },
      { label: 'Reference', sent: fact.reference, approved: payment?.reference ?? null },
      { label: 'Checkout', sent: fact.sessionId, approved: payment?.sessionId ?? null },
    ],
  };
};

/** Money of nobody that we know, or of no known sum: nothing is booked, and a person looks at the provider. */
export async function unallocated(
  ctx: Ctx,
  query: Sql,
  fact: CheckoutFact,
  payment: Row<Payment> | null,
  source: string,
): Promise<Outcome> {
  const isNew = await raise(ctx, query, {
    ...itemAbout(ctx, fact, payment),
    title: 'Money came by card that cannot be booked',
    explanation:
      'Nothing was booked: the message does not say of which payment of ours this money is, or how much it is. Look it up at the provider by its reference. What another shop or till of the account took is none of this installation’s; what a customer paid by mistake is given back there.',
    dedupeKey: `unallocated:${fact.reference ?? fact.sessionId ?? source}`,
    invoiceId: payment?.invoiceId ?? null,
  });
  if (isNew && payment !== null)
    await logStep(ctx, query, { payment, kind: 'UNALLOCATED', actor: 'Stripe', reference: fact.reference });
  return 'needs a person';
}
