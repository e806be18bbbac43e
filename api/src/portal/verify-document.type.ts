import { Field, InputType, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import { type Verdict, verdicts, type VerifiedThing, verifiedThings } from '../domain/verification.ts';
import { enumType } from '../graphql/enum-type.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { MoneyType } from '../graphql/shared.type.ts';

const VerdictType = enumType('Verdict', verdicts);
const VerifiedThingType = enumType('VerifiedThing', verifiedThings);

@InputType('VerifyDocumentInput')
export class VerifyDocumentInput {
  @Field(() => String) readonly hash!: string;
  @Field(() => String, { nullable: true }) readonly number: string | null = null;
}

@ObjectType('Verification', { simpleResolvers: true })
class VerificationType {
  @Field(() => VerdictType) readonly verdict!: Verdict;
  @Field(() => VerifiedThingType, { nullable: true }) readonly what!: VerifiedThing | null;
  @Field(() => String, { nullable: true }) readonly number!: string | null;
  @Field(() => String, { nullable: true }) readonly title!: string | null;
  @Field(() => String, { nullable: true }) readonly companyName!: string | null;
  @Field(() => String, { nullable: true }) readonly signerName!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly signedAt!: Instant | null;
  @Field(() => MoneyType, { nullable: true }) readonly total!: MoneyType | null;
  @Field(() => String, { nullable: true }) readonly evidenceHash!: string | null;
  @Field(() => String, { nullable: true }) readonly keyId!: string | null;
  @Field(() => String, { nullable: true }) readonly publicKey!: string | null;
}

export const VerifyDocumentResult = orRefusal('VerifyDocumentResult', () => VerificationType);
