import { Field, ID, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import { type CreditMovementKind, creditMovementKinds } from '../domain/ledger.ts';
import { enumType } from '../graphql/enum-type.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { MoneyType } from '../graphql/shared.type.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';

const CreditMovementKindType = enumType('CreditMovementKind', creditMovementKinds);

@ObjectType('CreditMovement', { simpleResolvers: true })
export class CreditMovementType {
  @Field(() => ID) readonly id!: string;
  @Field(() => DateTimeScalar) readonly at!: Instant;
  @Field(() => CreditMovementKindType) readonly kind!: CreditMovementKind;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => InvoiceType, { nullable: true }) readonly invoice!: InvoiceType | null;
  @Field(() => String) readonly by!: string;
}
