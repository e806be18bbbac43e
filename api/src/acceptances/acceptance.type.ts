import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { type AcceptanceMethod, acceptanceMethods } from '../domain/on-behalf.ts';
import { enumType } from '../graphql/enum-type.ts';
import { DateScalar, DateTimeScalar } from '../graphql/scalars.ts';
import { MoneyType } from '../graphql/shared.type.ts';

const AcceptanceMethodType = enumType('AcceptanceMethod', acceptanceMethods);

@ObjectType('OnBehalf', { simpleResolvers: true })
export class OnBehalfType {
  @Field(() => String) readonly by!: string;
  @Field(() => String) readonly reason!: string;
  @Field(() => DateScalar) readonly signedOn!: LocalDate;
}

@ObjectType('Acceptance', { simpleResolvers: true })
export class AcceptanceType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly signerName!: string;
  @Field(() => String) readonly signerEmail!: string;
  @Field(() => AcceptanceMethodType) readonly method!: AcceptanceMethod;
  @Field(() => OnBehalfType, { nullable: true }) readonly onBehalf!: OnBehalfType | null;
  @Field(() => DateTimeScalar) readonly signedAt!: Instant;
  @Field(() => MoneyType) readonly total!: MoneyType;
  @Field(() => String) readonly evidenceHash!: string;
}

@InputType('AgreedChoiceInput')
export class AgreedChoiceInput {
  @Field(() => ID) readonly optionId!: string;
  @Field(() => Int) readonly quantity!: number;
}

@InputType('AcceptOnBehalfInput')
export class AcceptOnBehalfInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly quoteId!: string;
  @Field(() => [AgreedChoiceInput]) readonly choices!: readonly AgreedChoiceInput[];
  @Field(() => String) readonly signerName!: string;
  @Field(() => DateScalar) readonly signedOn!: LocalDate;
  @Field(() => String) readonly reason!: string;
}
