import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { ReviewFact } from '../domain/review.ts';
import { listReviewItems } from './list-review-items.ts';
import { countOpenItems, resolveReviewItem } from './review.ts';
import type { ReviewItem } from './review-item.entity.ts';
import {
  ResolveReviewItemInput,
  ResolveReviewItemResult,
  ReviewItemPageType,
  ReviewItemType,
} from './review.type.ts';

@Resolver(() => ReviewItemType)
export class ReviewResolver {
  @Query(() => ReviewItemPageType)
  reviewItems(
    @Ctx() ctx: Context,
    @Arg('resolved', () => Boolean, { nullable: true }) resolved: boolean | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listReviewItems(ctx, { resolved, first, after });
  }
  @Query(() => Int)
  openReviewCount(@Ctx() ctx: Context) {
    return countOpenItems(ctx);
  }
  @Mutation(() => ResolveReviewItemResult)
  resolveReviewItem(
    @Ctx() ctx: Context,
    @Arg('input', () => ResolveReviewItemInput) input: ResolveReviewItemInput,
  ) {
    return resolveReviewItem(ctx, input);
  }

  @FieldResolver() facts(@Root() item: Row<ReviewItem>) {
    return JSON.parse(item.facts) as ReviewFact[];
  }
  @FieldResolver() quote(@Root() item: Row<ReviewItem>, @Ctx() ctx: Context) {
    return item.quoteId === null ? null : ctx.load.quote.load(item.quoteId);
  }
  @FieldResolver() invoice(@Root() item: Row<ReviewItem>, @Ctx() ctx: Context) {
    return item.invoiceId === null ? null : ctx.load.invoice.load(item.invoiceId);
  }
  @FieldResolver() payment(@Root() item: Row<ReviewItem>, @Ctx() ctx: Context) {
    return item.paymentId === null ? null : ctx.load.payment.load(item.paymentId);
  }
}
