import { snapshotOf } from '../acceptances/agreed.ts';
import {
  customerStatements,
  linesOfStatement,
  type Period,
  statementAddress,
} from '../customers/statements.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import { sameMailbox } from '../domain/mailbox.ts';
import { minor } from '../domain/money.ts';
import { notFound } from '../fault.ts';
import { money } from '../graphql/views.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { partyOf } from '../settings/party.ts';
import { accountOfLink, invoicesOfAccount, type ReachedAccount } from './account-of-link.ts';
import { noteView } from './portal-payments.ts';
import { portalStatus } from './portal-quote.ts';
import { invoiceRecords, receiptsOf } from './portal-records.ts';

/** What a link can ask for has an end. */
const most = 500;

/** Everything that the company has sent to the customer of the link, and nothing of anybody else. */
export async function portalAccount(ctx: Ctx) {
  const account = await accountOfLink(ctx);
  const invoices = await invoicesOfAccount(ctx, account)
    .selectAll()
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  const ids = invoices.map(({ id }) => id);
  return {
    company: partyOf(ctx.company),
    customerName: account.customer.name,
    email: account.email,
    today: ctx.today,
    owed: owedIn(invoices),
    credits: account.reachesAll ? await creditsOf(ctx, account.customer.id) : [],
    quotes: await quotesOf(ctx, account),
    invoices: invoiceRecords(ctx, invoices),
    payments: await paymentsOf(ctx, ids),
    receipts: (await receiptsOf(ctx, ids)).toReversed(),
    creditNotes: await notesOf(ctx, ids),
    hasStatement: account.reachesAll,
  };
}

/** The statements of account of a period. A link to an address of before reaches a part, and a part adds up to nothing. */
export async function portalStatements(ctx: Ctx, period: Period) {
  const { customer, reachesAll } = await accountOfLink(ctx);
  if (!reachesAll) throw notFound();
  const statements = await customerStatements(ctx, customer.id, period);
  return statements.map((statement) => {
    const { currency, opening, closing } = statement;
    return {
      currency,
      opening: money(opening, currency),
      closing: money(closing, currency),
      lines: linesOfStatement(statement).map((line) => ({
        ...line,
        charged: money(line.charged, currency),
        paid: money(line.paid, currency),
        balance: money(line.balance, currency),
      })),
      pdfUrl: statementAddress(ctx, customer.id, { currency, ...period }),
    };
  });
}

function owedIn(invoices: readonly Row<Invoice>[]) {
  const sums = new Map<string, number>();
  for (const { currency, balance } of invoices) sums.set(currency, (sums.get(currency) ?? 0) + balance);
  return [...sums].filter(([, sum]) => sum > 0).map(([currency, sum]) => money(minor(sum), currency));
}

async function creditsOf(ctx: Ctx, customerId: string) {
  const credits = await ctx.db.read
    .selectFrom('customerCredit')
    .select(['amount', 'currency'])
    .where('customerId', '=', customerId)
    .where('amount', '>', minor(0))
    .orderBy('currency')
    .execute();
  return credits.map(({ amount, currency }) => money(amount, currency));
}

async function quotesOf(ctx: Ctx, { customer, email, reachesAll }: ReachedAccount) {
  const sent = await ctx.db.read
    .selectFrom('quote')
    .selectAll()
    .where('customerId', '=', customer.id)
    .where('number', 'is not', null)
    .where('sentTo', 'is not', null)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return sent.flatMap((quote) => {
    const isYours = sameMailbox(quote.sentTo ?? '', email);
    if (!isYours && !reachesAll) return [];
    return [
      {
        number: quote.number ?? '',
        title: snapshotOf(quote).title,
        status: portalStatus(ctx, quote),
        sentAt: quote.approvedAt ?? quote.createdAt,
        isYours,
        pdfUrl: documentAddress(ctx, 'quotes', quote.id),
      },
    ];
  });
}

async function paymentsOf(ctx: Ctx, invoiceIds: readonly string[]) {
  if (invoiceIds.length === 0) return [];
  const payments = await ctx.db.read
    .selectFrom('payment')
    .innerJoin('invoice', 'invoice.id', 'payment.invoiceId')
    .select(['payment.method', 'payment.status', 'payment.amount', 'payment.currency'])
    .select(['payment.createdAt', 'payment.confirmedAt', 'invoice.number'])
    .where('payment.invoiceId', 'in', invoiceIds)
    .where('payment.status', 'in', ['CONFIRMED', 'CLAIMED', 'PENDING', 'UNKNOWN'])
    .orderBy('payment.id', 'desc')
    .limit(most)
    .execute();
  return payments.map(({ method, status, amount, currency, createdAt, confirmedAt, number }) => ({
    invoiceNumber: number ?? '',
    method,
    status,
    amount: money(amount, currency),
    at: confirmedAt ?? createdAt,
  }));
}

async function notesOf(ctx: Ctx, invoiceIds: readonly string[]) {
  if (invoiceIds.length === 0) return [];
  const notes = await ctx.db.read
    .selectFrom('creditNote')
    .select(['id', 'number', 'issueDate', 'gross', 'currency', 'reason'])
    .where('invoiceId', 'in', invoiceIds)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return notes.map((note) => noteView(ctx, note));
}
