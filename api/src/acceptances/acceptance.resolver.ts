import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import { QuoteStepResult } from '../quotes/quote-input.type.ts';
import { acceptOnBehalf } from './accept-on-behalf.ts';
import { AcceptOnBehalfInput } from './acceptance.type.ts';

@Resolver()
export class AcceptanceResolver {
  @Mutation(() => QuoteStepResult)
  acceptOnBehalf(@Ctx() ctx: Context, @Arg('input', () => AcceptOnBehalfInput) input: AcceptOnBehalfInput) {
    return acceptOnBehalf(ctx, input);
  }
}
