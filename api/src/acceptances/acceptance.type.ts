import { Field, ID, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { SignatureMethod } from '../domain/signature.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { MoneyType, SignatureMethodType } from '../graphql/shared.type.ts';

@ObjectType('Acceptance', { simpleResolvers: true })
export class AcceptanceType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly signerName!: string;
  @Field(() => String) readonly signerEmail!: string;
  @Field(() => SignatureMethodType) readonly method!: SignatureMethod;
  @Field(() => DateTimeScalar) readonly signedAt!: Instant;
  @Field(() => MoneyType) readonly total!: MoneyType;
  @Field(() => String) readonly evidenceHash!: string;
}
