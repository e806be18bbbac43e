import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { acceptanceOf } from '../acceptances/acceptance-of.ts';
import { timelineOfQuote } from '../audit/timeline.ts';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import { isExpired, quoteActions, type QuoteStatus } from '../domain/quote.ts';
import { actorMay } from '../staff/require.ts';
import { mailsOfQuote } from '../mails/mails.ts';
import { approveQuote } from './approve-quote.ts';
import { listQuotes } from './list-quotes.ts';
import { draftOf } from './quote-draft.ts';
import {
  ApproveQuoteInput,
  ApproveQuoteResult,
  CancelQuoteInput,
  CancelQuoteResult,
  CreateQuoteInput,
  CreateQuoteResult,
  UpdateQuoteInput,
  UpdateQuoteResult,
} from './quote-input.type.ts';
import { linesView, optionsView, stagesView, totalsOfQuote } from './quote-views.ts';
import type { Quote } from './quote.entity.ts';
import { QuotePageType, QuoteStatusType, QuoteType } from './quote.type.ts';
import { cancelQuote, createQuote, readQuote, updateQuote } from './quotes.ts';

@Resolver(() => QuoteType)
export class QuoteResolver {
  @Query(() => QuotePageType)
  quotes(
    @Ctx() ctx: Context,
    @Arg('status', () => QuoteStatusType, { nullable: true }) status: QuoteStatus | null,
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listQuotes(ctx, { status, search, first, after });
  }
  @Query(() => QuoteType)
  quote(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return readQuote(ctx, id);
  }
  @Mutation(() => CreateQuoteResult)
  createQuote(@Ctx() ctx: Context, @Arg('input', () => CreateQuoteInput) input: CreateQuoteInput) {
    return createQuote(ctx, input);
  }
  @Mutation(() => UpdateQuoteResult)
  updateQuote(@Ctx() ctx: Context, @Arg('input', () => UpdateQuoteInput) input: UpdateQuoteInput) {
    return updateQuote(ctx, input);
  }
  @Mutation(() => ApproveQuoteResult)
  approveQuote(@Ctx() ctx: Context, @Arg('input', () => ApproveQuoteInput) input: ApproveQuoteInput) {
    return approveQuote(ctx, input);
  }
  @Mutation(() => CancelQuoteResult)
  cancelQuote(@Ctx() ctx: Context, @Arg('input', () => CancelQuoteInput) input: CancelQuoteInput) {
    return cancelQuote(ctx, input);
  }

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
  @FieldResolver() paymentTermsDays(@Root() quote: Row<Quote>) {
    return draftOf(quote).paymentTermsDays;
  }
  @FieldResolver() lines(@Root() quote: Row<Quote>) {
    return linesView(draftOf(quote).lines, quote.currency);
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
  @FieldResolver() revisionHash(@Root() quote: Row<Quote>) {
    return quote.snapshotHash;
  }
  @FieldResolver() acceptance(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return acceptanceOf(ctx, quote.id);
  }
  @FieldResolver() invoices(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return ctx.load.invoicesOfQuote.load(quote.id);
  }
  @FieldResolver() actions(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return quoteActions(quote, actorMay(ctx));
  }
  @FieldResolver() timeline(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return timelineOfQuote(ctx, quote.id);
  }
  @FieldResolver() mails(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return mailsOfQuote(ctx, quote.id);
  }
  @FieldResolver() pdfUrl(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return quote.snapshot === null ? null : documentAddress(ctx, 'quotes', quote.id);
  }
}
