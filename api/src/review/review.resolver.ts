import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { type ReviewFact, type ReviewGroup, type ReviewKind, reviewKinds } from '../domain/review.ts';
import { assignReviewItem, snoozeReviewItem } from './assign-and-snooze.ts';
import { listReviewItems } from './list-review-items.ts';
import { countOpenItems, reviewCounts } from './review-counts.ts';
import { actionsOfItem } from './review-item-actions.ts';
import { reopenReviewItem, resolveReviewItem, resolveReviewItems } from './review.ts';
import type { ReviewItem } from './review-item.entity.ts';
import {
  AssignReviewItemInput,
  ReopenReviewItemInput,
  ResolveReviewItemInput,
  ResolveReviewItemsInput,
  SnoozeReviewItemInput,
} from './review-input.type.ts';
import {
  ResolveReviewItemsResult,
  ReviewCountsType,
  ReviewGroupType,
  ReviewItemPageType,
  ReviewItemResult,
  ReviewItemType,
  ReviewKindType,
} from './review.type.ts';

@Resolver(() => ReviewItemType)
export class ReviewResolver {
  @Query(() => ReviewItemPageType)
  reviewItems(
    @Ctx() ctx: Context,
    @Arg('resolved', () => Boolean, { nullable: true }) resolved: boolean | null,
    @Arg('kind', () => ReviewKindType, { nullable: true }) kind: ReviewKind | null,
    @Arg('group', () => ReviewGroupType, { nullable: true }) group: ReviewGroup | null,
    @Arg('mine', () => Boolean, { nullable: true }) mine: boolean | null,
    @Arg('snoozed', () => Boolean, { nullable: true }) snoozed: boolean | null,
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listReviewItems(ctx, { resolved, kind, group, mine, snoozed, search, first, after });
  }
  @Query(() => Int)
  openReviewCount(@Ctx() ctx: Context) {
    return countOpenItems(ctx);
  }
  @Query(() => ReviewCountsType)
  reviewCounts(@Ctx() ctx: Context) {
    return reviewCounts(ctx);
  }
  @Mutation(() => ReviewItemResult)
  resolveReviewItem(
    @Ctx() ctx: Context,
    @Arg('input', () => ResolveReviewItemInput) input: ResolveReviewItemInput,
  ) {
    return resolveReviewItem(ctx, input);
  }
  @Mutation(() => ResolveReviewItemsResult)
  resolveReviewItems(
    @Ctx() ctx: Context,
    @Arg('input', () => ResolveReviewItemsInput) input: ResolveReviewItemsInput,
  ) {
    return resolveReviewItems(ctx, input);
  }
  @Mutation(() => ReviewItemResult)
  reopenReviewItem(
    @Ctx() ctx: Context,
    @Arg('input', () => ReopenReviewItemInput) input: ReopenReviewItemInput,
  ) {
    return reopenReviewItem(ctx, input);
  }
  @Mutation(() => ReviewItemResult)
  assignReviewItem(
    @Ctx() ctx: Context,
    @Arg('input', () => AssignReviewItemInput) input: AssignReviewItemInput,
  ) {
    return assignReviewItem(ctx, input);
  }
  @Mutation(() => ReviewItemResult)
  snoozeReviewItem(
    @Ctx() ctx: Context,
    @Arg('input', () => SnoozeReviewItemInput) input: SnoozeReviewItemInput,
  ) {
    return snoozeReviewItem(ctx, input);
  }

  @FieldResolver() group(@Root() item: Row<ReviewItem>) {
    return reviewKinds[item.kind].group;
  }
  @FieldResolver() actions(@Root() item: Row<ReviewItem>, @Ctx() ctx: Context) {
    return actionsOfItem(ctx, item);
  }
  @FieldResolver() assignee(@Root() item: Row<ReviewItem>, @Ctx() ctx: Context) {
    return item.assignedTo === null ? null : ctx.load.staff.load(item.assignedTo);
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
