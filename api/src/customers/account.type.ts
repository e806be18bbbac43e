import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { CurrencyCode } from '../domain/money.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { CurrencyCodeScalar } from '../graphql/scalars.ts';
import { MoneyType } from '../graphql/shared.type.ts';
import { CustomerType } from './customer.type.ts';

@ObjectType('CustomerStatement', { simpleResolvers: true })
export class CustomerStatementType {
  @Field(() => CurrencyCodeScalar) readonly currency!: CurrencyCode;
  @Field(() => MoneyType) readonly opening!: MoneyType;
  @Field(() => MoneyType) readonly charged!: MoneyType;
  @Field(() => MoneyType) readonly paid!: MoneyType;
  @Field(() => MoneyType) readonly closing!: MoneyType;
  @Field(() => String) readonly pdfUrl!: string;
}

@InputType('SendAccountLinkInput')
export class SendAccountLinkInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly customerId!: string;
}

@InputType('RevokeAccountLinkInput')
export class RevokeAccountLinkInput {
  @Field(() => ID) readonly id!: string;
}

export const RevokeAccountLinkResult = orRefusal('RevokeAccountLinkResult', () => CustomerType);
export const SendAccountLinkResult = orRefusal('SendAccountLinkResult', () => CustomerType);
