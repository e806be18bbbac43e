import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { QuoteStatus } from '../domain/quote.ts';
import { approveQuote } from './approve-quote.ts';
import { archiveQuote, restoreQuote } from './archive-quote.ts';
import { cancelQuote } from './cancel-quote.ts';
import { changeQuoteExpiry } from './change-quote-expiry.ts';
import { createChangeOrder } from './create-change-order.ts';
import { duplicateQuote } from './duplicate-quote.ts';
import { listQuotes } from './list-quotes.ts';
import {
  ChangeQuoteExpiryInput,
  CreateChangeOrderInput,
  CreateQuoteInput,
  CreateQuoteResult,
  DuplicateQuoteInput,
  QuoteStepInput,
  QuoteStepResult,
  QuoteStepWithNoteInput,
  UpdateQuoteInput,
  UpdateQuoteResult,
} from './quote-input.type.ts';
import { QuotePageType, QuoteStatusType, QuoteType } from './quote.type.ts';
import { createQuote, readQuote, updateQuote } from './quotes.ts';
import { refreshQuote, reviseQuote } from './revise-quote.ts';
import { returnQuote, submitQuote } from './submit-quote.ts';

/** The operations of quotes; what a quote is made of is in quote-fields.resolver.ts. */
@Resolver()
export class QuoteResolver {
  @Query(() => QuotePageType)
  quotes(
    @Ctx() ctx: Context,
    @Arg('status', () => QuoteStatusType, { nullable: true }) status: QuoteStatus | null,
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Arg('archived', () => Boolean, { nullable: true }) archived: boolean | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listQuotes(ctx, { status, search, archived, first, after });
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
  @Mutation(() => QuoteStepResult)
  submitQuote(@Ctx() ctx: Context, @Arg('input', () => QuoteStepInput) input: QuoteStepInput) {
    return submitQuote(ctx, input);
  }
  @Mutation(() => QuoteStepResult)
  returnQuote(
    @Ctx() ctx: Context,
    @Arg('input', () => QuoteStepWithNoteInput) input: QuoteStepWithNoteInput,
  ) {
    return returnQuote(ctx, input);
  }
  @Mutation(() => QuoteStepResult)
  approveQuote(@Ctx() ctx: Context, @Arg('input', () => QuoteStepInput) input: QuoteStepInput) {
    return approveQuote(ctx, input);
  }
  @Mutation(() => QuoteStepResult)
  changeQuoteExpiry(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeQuoteExpiryInput) input: ChangeQuoteExpiryInput,
  ) {
    return changeQuoteExpiry(ctx, input);
  }
  @Mutation(() => QuoteStepResult)
  reviseQuote(@Ctx() ctx: Context, @Arg('input', () => QuoteStepInput) input: QuoteStepInput) {
    return reviseQuote(ctx, input);
  }
  @Mutation(() => QuoteStepResult)
  refreshQuote(@Ctx() ctx: Context, @Arg('input', () => QuoteStepInput) input: QuoteStepInput) {
    return refreshQuote(ctx, input);
  }
  @Mutation(() => QuoteStepResult)
  cancelQuote(
    @Ctx() ctx: Context,
    @Arg('input', () => QuoteStepWithNoteInput) input: QuoteStepWithNoteInput,
  ) {
    return cancelQuote(ctx, input);
  }
  @Mutation(() => QuoteStepResult)
  archiveQuote(@Ctx() ctx: Context, @Arg('input', () => QuoteStepInput) input: QuoteStepInput) {
    return archiveQuote(ctx, input);
  }
  @Mutation(() => QuoteStepResult)
  restoreQuote(@Ctx() ctx: Context, @Arg('input', () => QuoteStepInput) input: QuoteStepInput) {
    return restoreQuote(ctx, input);
  }
  @Mutation(() => QuoteStepResult)
  createChangeOrder(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateChangeOrderInput) input: CreateChangeOrderInput,
  ) {
    return createChangeOrder(ctx, input);
  }
  @Mutation(() => QuoteStepResult)
  duplicateQuote(@Ctx() ctx: Context, @Arg('input', () => DuplicateQuoteInput) input: DuplicateQuoteInput) {
    return duplicateQuote(ctx, input);
  }
}
