import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import { isOverdue } from '../domain/invoice.ts';
import { minor } from '../domain/money.ts';
import { money, totalsView } from '../graphql/views.ts';
import { invoiceActions } from '../domain/invoice-actions.ts';
import { actorMay } from '../staff/require.ts';
import { contentHash, contentOf, earlierView, invoiceLinesView } from './invoice-views.ts';
import type { Invoice } from './invoice.entity.ts';
import { InvoiceType } from './invoice.type.ts';
import { readInvoice } from './invoices.ts';

/** What the customer could use for it. */
async function creditForInvoice(ctx: Context, { customerId, currency }: Row<Invoice>) {
  const credits = await ctx.load.creditsOfCustomer.load(customerId);
  return credits.find((credit) => credit.currency === currency)?.amount ?? minor(0);
}

@Resolver(() => InvoiceType)
export class InvoiceResolver {
  @Query(() => InvoiceType)
  invoice(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return readInvoice(ctx, id);
  }

  @FieldResolver() customer(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return ctx.load.customer.load(invoice.customerId);
  }
  @FieldResolver() quote(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return invoice.quoteId === null ? null : ctx.load.quote.load(invoice.quoteId);
  }
  @FieldResolver() stageLabel(@Root() invoice: Row<Invoice>) {
    return contentOf(invoice).stage?.label ?? null;
  }
  @FieldResolver() subject(@Root() invoice: Row<Invoice>) {
    return contentOf(invoice).subject;
  }
  @FieldResolver() isOverdue(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return isOverdue(invoice, ctx.today);
  }
  @FieldResolver() paymentTermsDays(@Root() invoice: Row<Invoice>) {
    return contentOf(invoice).paymentTermsDays;
  }
  @FieldResolver() termsNote(@Root() invoice: Row<Invoice>) {
    return contentOf(invoice).termsNote;
  }
  @FieldResolver() contentHash(@Root() invoice: Row<Invoice>) {
    return contentHash(invoice);
  }
  @FieldResolver() approvalReasons(@Root() invoice: Row<Invoice>) {
    return JSON.parse(invoice.approvalReasons) as string[];
  }
  @FieldResolver() async actions(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    const customerCredit = await creditForInvoice(ctx, invoice);
    return invoiceActions({ ...invoice, customerCredit }, actorMay(ctx));
  }
  @FieldResolver() pricesIncludeTax(@Root() invoice: Row<Invoice>) {
    return contentOf(invoice).pricesIncludeTax;
  }
  @FieldResolver() earlier(@Root() invoice: Row<Invoice>) {
    return earlierView(invoice);
  }
  @FieldResolver() creditNotes(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return ctx.load.creditNotesOfInvoice.load(invoice.id);
  }
  @FieldResolver() async customerCredit(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return money(await creditForInvoice(ctx, invoice), invoice.currency);
  }
  @FieldResolver() lines(@Root() invoice: Row<Invoice>) {
    return invoiceLinesView(invoice);
  }
  @FieldResolver() totals(@Root() invoice: Row<Invoice>) {
    return totalsView(contentOf(invoice).totals, invoice.currency);
  }
  @FieldResolver() paid(@Root() invoice: Row<Invoice>) {
    return money(invoice.paid, invoice.currency);
  }
  @FieldResolver() balance(@Root() invoice: Row<Invoice>) {
    return money(invoice.balance, invoice.currency);
  }
  @FieldResolver() credited(@Root() invoice: Row<Invoice>) {
    return money(invoice.credited, invoice.currency);
  }
  @FieldResolver() writtenOff(@Root() invoice: Row<Invoice>) {
    return money(invoice.writtenOff, invoice.currency);
  }
  @FieldResolver() async payments(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return (await ctx.load.paymentsOfInvoice.load(invoice.id)).toReversed();
  }
  @FieldResolver() log(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return ctx.load.logOfInvoice.load(invoice.id);
  }
  @FieldResolver() pdfUrl(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return invoice.number === null ? null : documentAddress(ctx, 'invoices', invoice.id);
  }
}
