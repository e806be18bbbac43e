import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { snapshotOf } from '../acceptances/agreed.ts';
import { acceptanceOf } from '../acceptances/acceptance-of.ts';
import { timelineOfQuote } from '../audit/timeline.ts';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import { isExpired } from '../domain/quote.ts';
import { discountView, money, recurringView } from '../graphql/views.ts';
import { linksOfQuote } from '../links/links.ts';
import { mailsOf } from '../mails/mails.ts';
import { messagesOf } from '../messages/messages.ts';
import { plansOf } from '../plans/plans.ts';
import { changesOf } from './changes.ts';
import { worthWith } from './contract.ts';
import { draftOf } from './quote-draft.ts';
import { actionsOf, approvalReasonsOf } from './quote-standing.ts';
import {
  marginView,
  optionsView,
  priceOfQuote,
  staffLinesView,
  stagesView,
  totalsOfQuote,
} from './quote-views.ts';
import type { Quote } from './quote.entity.ts';
import { QuoteType } from './quote.type.ts';

/** What a quote is made of: columns as they are, content from the draft, the rest from rows that belong to it. */
@Resolver(() => QuoteType)
export class QuoteFieldsResolver {
  @FieldResolver() customer(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return ctx.load.customer.load(quote.customerId);
  }
  @FieldResolver() isExpired(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return isExpired(quote, ctx.today);
  }
  @FieldResolver() scope(@Root() quote: Row<Quote>) {
    return draftOf(quote).scope;
  }
  @FieldResolver() terms(@Root() quote: Row<Quote>) {
    return draftOf(quote).terms;
  }
  @FieldResolver() pricesIncludeTax(@Root() quote: Row<Quote>) {
    return draftOf(quote).pricesIncludeTax;
  }
  @FieldResolver() taxRounding(@Root() quote: Row<Quote>) {
    return draftOf(quote).taxRounding;
  }
  @FieldResolver() discount(@Root() quote: Row<Quote>) {
    return discountView(draftOf(quote).discount, quote.currency);
  }
  @FieldResolver() effectiveDate(@Root() quote: Row<Quote>) {
    return draftOf(quote).effectiveDate;
  }
  @FieldResolver() paymentTermsDays(@Root() quote: Row<Quote>) {
    return draftOf(quote).paymentTermsDays;
  }
  @FieldResolver() mailboxProof(@Root() quote: Row<Quote>) {
    return quote.snapshot === null ? draftOf(quote).mailboxProof : snapshotOf(quote).mailboxProof;
  }
  @FieldResolver() links(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return linksOfQuote(ctx, quote.id);
  }
  @FieldResolver() async openedCount(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return (await ctx.load.openingsOfQuote.load(quote.id)).length;
  }
  @FieldResolver() async lastOpenedAt(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return (await ctx.load.openingsOfQuote.load(quote.id)).at(-1)?.at ?? null;
  }
  @FieldResolver() termsNote(@Root() quote: Row<Quote>) {
    return draftOf(quote).termsNote;
  }
  @FieldResolver() lines(@Root() quote: Row<Quote>) {
    return staffLinesView(quote);
  }
  @FieldResolver() groups(@Root() quote: Row<Quote>) {
    return draftOf(quote).groups;
  }
  @FieldResolver() options(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return optionsView(ctx, quote);
  }
  @FieldResolver() stages(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return stagesView(ctx, quote);
  }
  @FieldResolver() totals(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return totalsOfQuote(ctx, quote);
  }
  @FieldResolver() async subtotal(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return money((await priceOfQuote(ctx, quote)).subtotal, quote.currency);
  }
  @FieldResolver() async discountTotal(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return money((await priceOfQuote(ctx, quote)).discount, quote.currency);
  }
  @FieldResolver() async recurring(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return recurringView((await priceOfQuote(ctx, quote)).recurring, quote.currency);
  }
  @FieldResolver() margin(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return marginView(ctx, quote);
  }
  @FieldResolver() revisionHash(@Root() quote: Row<Quote>) {
    return quote.snapshotHash;
  }
  @FieldResolver() async author(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return (await ctx.load.staff.load(quote.createdBy)).name;
  }
  @FieldResolver() approvalReasons(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return approvalReasonsOf(ctx, quote);
  }
  @FieldResolver() acceptance(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return acceptanceOf(ctx, quote.id);
  }
  @FieldResolver() invoices(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return ctx.load.invoicesOfQuote.load(quote.id);
  }
  @FieldResolver() changeOf(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return quote.changeOf === null ? null : ctx.load.quote.load(quote.changeOf);
  }
  @FieldResolver() changeOrders(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return ctx.load.changesOfQuote.load(quote.id);
  }
  @FieldResolver() async contractValue(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    if (quote.status !== 'ACCEPTED' || quote.changeOf !== null) return null;
    return money(worthWith(quote, await ctx.load.changesOfQuote.load(quote.id)), quote.currency);
  }
  @FieldResolver() plans(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return plansOf(ctx, quote.id);
  }
  @FieldResolver() versions(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return ctx.load.versionsOfFamily.load(quote.familyId);
  }
  @FieldResolver() changes(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return changesOf(ctx, quote);
  }
  @FieldResolver() messages(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return messagesOf(ctx, quote.familyId);
  }
  @FieldResolver() actions(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return actionsOf(ctx, quote);
  }
  @FieldResolver() timeline(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return timelineOfQuote(ctx, quote.id);
  }
  @FieldResolver() mails(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return mailsOf(ctx, { quoteId: quote.id });
  }
  @FieldResolver() pdfUrl(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return documentAddress(ctx, 'quotes', quote.id);
  }
  @FieldResolver() evidenceUrl(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return quote.status === 'ACCEPTED' ? documentAddress(ctx, 'office-evidence', quote.id) : null;
  }
}
