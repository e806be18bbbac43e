import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import { balance, isOverdue } from '../domain/invoice.ts';
import { money, totalsView } from '../graphql/views.ts';
import { contentOf, invoiceLinesView } from './invoice-views.ts';
import type { Invoice } from './invoice.entity.ts';
import {
  type InvoiceFilter,
  InvoiceFilterType,
  InvoicePageType,
  InvoiceType,
  IssueStageInvoiceInput,
  IssueStageInvoiceResult,
} from './invoice.type.ts';
import { issueStageInvoice, readInvoice } from './invoices.ts';
import { listInvoices } from './list-invoices.ts';

@Resolver(() => InvoiceType)
export class InvoiceResolver {
  @Query(() => InvoicePageType)
  invoices(
    @Ctx() ctx: Context,
    @Arg('filter', () => InvoiceFilterType, { nullable: true }) filter: InvoiceFilter | null,
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listInvoices(ctx, { filter, search, first, after });
  }
  @Query(() => InvoiceType)
  invoice(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return readInvoice(ctx, id);
  }
  @Mutation(() => IssueStageInvoiceResult)
  issueStageInvoice(
    @Ctx() ctx: Context,
    @Arg('input', () => IssueStageInvoiceInput) input: IssueStageInvoiceInput,
  ) {
    return issueStageInvoice(ctx, input);
  }

  @FieldResolver() customer(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return ctx.load.customer.load(invoice.customerId);
  }
  @FieldResolver() quote(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return ctx.load.quote.load(invoice.quoteId);
  }
  @FieldResolver() stageLabel(@Root() invoice: Row<Invoice>) {
    return contentOf(invoice).stageLabel;
  }
  @FieldResolver() isOverdue(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return isOverdue(invoice, ctx.today);
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
    return money(balance(invoice.gross, invoice.paid), invoice.currency);
  }
  @FieldResolver() async payments(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return (await ctx.load.paymentsOfInvoice.load(invoice.id)).toReversed();
  }
  @FieldResolver() log(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return ctx.load.logOfInvoice.load(invoice.id);
  }
  @FieldResolver() pdfUrl(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return documentAddress(ctx, 'invoices', invoice.id);
  }
}
