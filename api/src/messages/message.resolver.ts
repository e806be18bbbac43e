import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import { QuoteStepResult } from '../quotes/quote-input.type.ts';
import { answerQuote } from './answer-quote.ts';
import { AnswerQuoteInput } from './message.type.ts';

@Resolver()
export class MessageResolver {
  @Mutation(() => QuoteStepResult)
  answerQuote(@Ctx() ctx: Context, @Arg('input', () => AnswerQuoteInput) input: AnswerQuoteInput) {
    return answerQuote(ctx, input);
  }
}
