import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CustomerType } from '../customers/customer.type.ts';
import {
  type ErasureKind,
  erasureKinds,
  type ErasureOutcome,
  erasureOutcomes,
  type ErasureThing,
  erasureThings,
} from '../domain/erasure.ts';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { enumType } from '../graphql/enum-type.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateScalar, DateTimeScalar } from '../graphql/scalars.ts';

const ErasureKindType = enumType('ErasureKind', erasureKinds);
const ErasureOutcomeType = enumType('ErasureOutcome', erasureOutcomes);
const ErasureThingType = enumType('ErasureThing', erasureThings);

@ObjectType('ErasureShare', { simpleResolvers: true })
export class ErasureShareType {
  @Field(() => ErasureThingType) readonly what!: ErasureThing;
  @Field(() => Int) readonly count!: number;
  @Field(() => Boolean) readonly goesNow!: boolean;
}

@ObjectType('ErasurePreview', { simpleResolvers: true })
export class ErasurePreviewType {
  @Field(() => ErasureOutcomeType) readonly outcome!: ErasureOutcome;
  @Field(() => ErasureKindType) readonly kind!: ErasureKind;
  @Field(() => DateScalar, { nullable: true }) readonly until!: LocalDate | null;
  @Field(() => [ErasureShareType]) readonly shares!: readonly ErasureShareType[];
}

@ObjectType('CustomerErasure', { simpleResolvers: true })
export class CustomerErasureType {
  @Field(() => ErasureOutcomeType) readonly outcome!: ErasureOutcome;
  @Field(() => ErasureKindType) readonly kind!: ErasureKind;
  @Field(() => DateTimeScalar) readonly at!: Instant;
  @Field(() => DateScalar, { nullable: true }) readonly until!: LocalDate | null;
  @Field(() => String) readonly by!: string;
  @Field(() => String) readonly reason!: string;
}

@InputType('EraseCustomerInput')
export class EraseCustomerInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly reason!: string;
}

export const EraseCustomerResult = orRefusal('EraseCustomerResult', () => CustomerType);
