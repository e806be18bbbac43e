import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import {
  type ReviewAction,
  reviewActionNames,
  type ReviewGroup,
  reviewGroups,
  type ReviewKind,
  reviewKindNames,
} from '../domain/review.ts';
import { enumType } from '../graphql/enum-type.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';
import { PaymentType } from '../payments/payment.type.ts';
import { QuoteType } from '../quotes/quote.type.ts';
import { StaffMemberType } from '../staff/staff.type.ts';

export const ReviewKindType = enumType('ReviewKind', reviewKindNames);
export const ReviewGroupType = enumType('ReviewGroup', reviewGroups);
const ReviewActionType = enumType('ReviewAction', reviewActionNames);

@ObjectType('ReviewFact', { simpleResolvers: true })
export class ReviewFactType {
  @Field(() => String) readonly label!: string;
  @Field(() => String, { nullable: true }) readonly sent!: string | null;
  @Field(() => String, { nullable: true }) readonly approved!: string | null;
}

@ObjectType('ReviewItem', { simpleResolvers: true })
export class ReviewItemType {
  @Field(() => ID) readonly id!: string;
  @Field(() => ReviewKindType) readonly kind!: ReviewKind;
  @Field(() => ReviewGroupType) readonly group!: ReviewGroup;
  @Field(() => String) readonly title!: string;
  @Field(() => String) readonly explanation!: string;
  @Field(() => [ReviewFactType]) readonly facts!: readonly ReviewFactType[];
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => QuoteType, { nullable: true }) readonly quote!: QuoteType | null;
  @Field(() => InvoiceType, { nullable: true }) readonly invoice!: InvoiceType | null;
  @Field(() => PaymentType, { nullable: true }) readonly payment!: PaymentType | null;
  @Field(() => ID, { nullable: true }) readonly subjectId!: string | null;
  @Field(() => [ReviewActionType]) readonly actions!: readonly ReviewAction[];
  @Field(() => StaffMemberType, { nullable: true }) readonly assignee!: StaffMemberType | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly snoozedUntil!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly resolvedAt!: Instant | null;
  @Field(() => String, { nullable: true }) readonly resolvedBy!: string | null;
  @Field(() => String, { nullable: true }) readonly resolution!: string | null;
}

@ObjectType('ReviewItemPage', { simpleResolvers: true })
export class ReviewItemPageType {
  @Field(() => [ReviewItemType]) readonly items!: readonly ReviewItemType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}

@ObjectType('ReviewGroupCount', { simpleResolvers: true })
export class ReviewGroupCountType {
  @Field(() => ReviewGroupType) readonly group!: ReviewGroup;
  @Field(() => Int) readonly count!: number;
}

@ObjectType('ReviewCounts', { simpleResolvers: true })
export class ReviewCountsType {
  @Field(() => Int) readonly waiting!: number;
  @Field(() => Int) readonly mine!: number;
  @Field(() => Int) readonly snoozed!: number;
  @Field(() => [ReviewGroupCountType]) readonly groups!: readonly ReviewGroupCountType[];
}

export const ReviewItemResult = orRefusal('ReviewItemResult', () => ReviewItemType);

@ObjectType('ReviewItemOutcome', { simpleResolvers: true })
class ReviewItemOutcomeType {
  @Field(() => ID) readonly id!: string;
  @Field(() => ReviewItemResult) readonly result!: typeof ReviewItemResult;
}

@ObjectType('ReviewItemOutcomes', { simpleResolvers: true })
class ReviewItemOutcomesType {
  @Field(() => [ReviewItemOutcomeType]) readonly outcomes!: readonly ReviewItemOutcomeType[];
}

export const ResolveReviewItemsResult = orRefusal('ResolveReviewItemsResult', () => ReviewItemOutcomesType);
