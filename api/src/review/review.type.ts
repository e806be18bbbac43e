import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import { type ReviewKind, reviewKinds } from '../domain/review.ts';
import { enumType } from '../graphql/enum-type.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';
import { PaymentType } from '../payments/payment.type.ts';
import { QuoteType } from '../quotes/quote.type.ts';

const ReviewKindType = enumType('ReviewKind', Object.values(reviewKinds));

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
  @Field(() => String) readonly title!: string;
  @Field(() => String) readonly explanation!: string;
  @Field(() => [ReviewFactType]) readonly facts!: readonly ReviewFactType[];
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => QuoteType, { nullable: true }) readonly quote!: QuoteType | null;
  @Field(() => InvoiceType, { nullable: true }) readonly invoice!: InvoiceType | null;
  @Field(() => PaymentType, { nullable: true }) readonly payment!: PaymentType | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly resolvedAt!: Instant | null;
  @Field(() => String, { nullable: true }) readonly resolvedBy!: string | null;
  @Field(() => String, { nullable: true }) readonly resolution!: string | null;
}

@ObjectType('ReviewItemPage', { simpleResolvers: true })
export class ReviewItemPageType {
  @Field(() => [ReviewItemType]) readonly items!: readonly ReviewItemType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}

@InputType('ResolveReviewItemInput')
export class ResolveReviewItemInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly resolution!: string;
}

export const ResolveReviewItemResult = orRefusal('ResolveReviewItemResult', () => ReviewItemType);
