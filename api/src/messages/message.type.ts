import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import { type QuoteMessageKind, quoteMessageKinds } from '../domain/quote-message.ts';
import { enumType } from '../graphql/enum-type.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';

const QuoteMessageKindType = enumType('QuoteMessageKind', quoteMessageKinds);

@ObjectType('QuoteMessage', { simpleResolvers: true })
export class QuoteMessageType {
  @Field(() => ID) readonly id!: string;
  @Field(() => QuoteMessageKindType) readonly kind!: QuoteMessageKind;
  @Field(() => String) readonly author!: string;
  @Field(() => String, { nullable: true }) readonly quoteNumber!: string | null;
  @Field(() => String) readonly text!: string;
  @Field(() => DateTimeScalar) readonly at!: Instant;
}

@InputType('AnswerQuoteInput')
export class AnswerQuoteInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly text!: string;
}
