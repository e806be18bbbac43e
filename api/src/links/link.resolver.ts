import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import { QuoteStepResult } from '../quotes/quote-input.type.ts';
import { RevokeLinkInput, SendFreshLinkInput } from './link.type.ts';
import { revokeLink } from './links.ts';
import { sendFreshLink } from './send-fresh-link.ts';

@Resolver()
export class LinkResolver {
  @Mutation(() => QuoteStepResult)
  revokeLink(@Ctx() ctx: Context, @Arg('input', () => RevokeLinkInput) input: RevokeLinkInput) {
    return revokeLink(ctx, input);
  }
  @Mutation(() => QuoteStepResult)
  sendFreshLink(@Ctx() ctx: Context, @Arg('input', () => SendFreshLinkInput) input: SendFreshLinkInput) {
    return sendFreshLink(ctx, input);
  }
}
