import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { PortalQuoteType } from '../portal/portal-quote.type.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { QuoteType } from '../quotes/quote.type.ts';
import { attachmentsView } from './attachment-views.ts';
import {
  AttachmentType,
  PortalAttachmentType,
  RemoveAttachmentInput,
  RemoveAttachmentResult,
} from './attachment.type.ts';
import { removeAttachment } from './remove-attachment.ts';

@Resolver(() => QuoteType)
export class AttachmentResolver {
  @FieldResolver(() => [AttachmentType])
  async attachments(@Root() quote: Row<Quote>, @Ctx() ctx: Context) {
    return attachmentsView(ctx, await ctx.load.attachmentsOfQuote.load(quote.id));
  }
  @Mutation(() => RemoveAttachmentResult)
  removeAttachment(
    @Ctx() ctx: Context,
    @Arg('input', () => RemoveAttachmentInput) input: RemoveAttachmentInput,
  ) {
    return removeAttachment(ctx, input);
  }
}

@Resolver(() => PortalQuoteType)
export class PortalAttachmentResolver {
  @FieldResolver(() => [PortalAttachmentType])
  attachments(@Root() quote: Pick<QuoteSnapshot, 'attachments'>, @Ctx() ctx: Context) {
    return attachmentsView(ctx, quote.attachments);
  }
}
