import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import { type DuplicateReason, duplicateReasons } from '../domain/customer-duplicates.ts';
import type { CurrencyCode } from '../domain/money.ts';
import { enumType } from '../graphql/enum-type.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { CurrencyCodeScalar, DateTimeScalar } from '../graphql/scalars.ts';
import { MoneyType } from '../graphql/shared.type.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';
import { QuoteType } from '../quotes/quote.type.ts';
import { StaffMemberType } from '../staff/staff.type.ts';
import { CreditMovementType } from './credit-movement.type.ts';

const DuplicateReasonType = enumType('DuplicateReason', duplicateReasons);

@ObjectType('Contact', { simpleResolvers: true })
export class ContactType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly email!: string;
  @Field(() => String) readonly phone!: string;
  @Field(() => String) readonly role!: string;
}

@ObjectType('Customer', { simpleResolvers: true })
export class CustomerType {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly contactName!: string;
  @Field(() => String) readonly email!: string;
  @Field(() => String) readonly phone!: string;
  @Field(() => [String]) readonly address!: readonly string[];
  @Field(() => String) readonly taxNumber!: string;
  @Field(() => [ContactType]) readonly contacts!: readonly ContactType[];
  @Field(() => String) readonly prefix!: string;
  @Field(() => CurrencyCodeScalar) readonly currency!: CurrencyCode;
  @Field(() => String) readonly language!: string;
  @Field(() => Int, { nullable: true }) readonly paymentTermsDays!: number | null;
  @Field(() => StaffMemberType, { nullable: true }) readonly accountManager!: StaffMemberType | null;
  @Field(() => String) readonly notes!: string;
  @Field(() => String) readonly invoiceHold!: string;
  @Field(() => [MoneyType]) readonly credits!: readonly MoneyType[];
  @Field(() => [CreditMovementType]) readonly creditMovements!: readonly CreditMovementType[];
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) readonly archivedAt!: Instant | null;
  @Field(() => [QuoteType]) readonly quotes!: readonly QuoteType[];
  @Field(() => [InvoiceType]) readonly invoices!: readonly InvoiceType[];
}

@ObjectType('CustomerPage', { simpleResolvers: true })
export class CustomerPageType {
  @Field(() => [CustomerType]) readonly items!: readonly CustomerType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}

@ObjectType('DuplicateSuggestion', { simpleResolvers: true })
export class DuplicateSuggestionType {
  @Field(() => CustomerType) readonly customer!: CustomerType;
  @Field(() => [DuplicateReasonType]) readonly reasons!: readonly DuplicateReason[];
}

@ObjectType('DeletedCustomer', { simpleResolvers: true })
class DeletedCustomerType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly name!: string;
}

export const CreateCustomerResult = orRefusal('CreateCustomerResult', () => CustomerType);
export const UpdateCustomerResult = orRefusal('UpdateCustomerResult', () => CustomerType);
export const ArchiveCustomerResult = orRefusal('ArchiveCustomerResult', () => CustomerType);
export const RestoreCustomerResult = orRefusal('RestoreCustomerResult', () => CustomerType);
export const DeleteCustomerResult = orRefusal('DeleteCustomerResult', () => DeletedCustomerType);
