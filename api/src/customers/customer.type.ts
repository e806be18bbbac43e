import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { CurrencyCode } from '../domain/money.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { CurrencyCodeScalar, DateTimeScalar } from '../graphql/scalars.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';
import { QuoteType } from '../quotes/quote.type.ts';

@ObjectType('Customer', { simpleResolvers: true })
export class CustomerType {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly contactName!: string;
  @Field(() => String) readonly email!: string;
  @Field(() => String) readonly phone!: string;
  @Field(() => [String]) readonly address!: readonly string[];
  @Field(() => String) readonly prefix!: string;
  @Field(() => CurrencyCodeScalar) readonly currency!: CurrencyCode;
  @Field(() => Int, { nullable: true }) readonly paymentTermsDays!: number | null;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => [QuoteType]) readonly quotes!: readonly QuoteType[];
  @Field(() => [InvoiceType]) readonly invoices!: readonly InvoiceType[];
}

@ObjectType('CustomerPage', { simpleResolvers: true })
export class CustomerPageType {
  @Field(() => [CustomerType]) readonly items!: readonly CustomerType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}

@InputType('CustomerInput')
export class CustomerInput {
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly contactName!: string;
  @Field(() => String) readonly email!: string;
  @Field(() => String) readonly phone!: string;
  @Field(() => [String]) readonly address!: readonly string[];
  @Field(() => String, { nullable: true }) readonly prefix: string | null = null;
  @Field(() => Int, { nullable: true }) readonly paymentTermsDays: number | null = null;
}

@InputType('CreateCustomerInput')
export class CreateCustomerInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => CustomerInput) readonly customer!: CustomerInput;
}

@InputType('UpdateCustomerInput')
export class UpdateCustomerInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
  @Field(() => CustomerInput) readonly customer!: CustomerInput;
}

export const CreateCustomerResult = orRefusal('CreateCustomerResult', () => CustomerType);
export const UpdateCustomerResult = orRefusal('UpdateCustomerResult', () => CustomerType);
