import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode } from '../domain/money.ts';
import type { PaymentMethod, PaymentStatus } from '../domain/payment.ts';
import type { StatementKind } from '../domain/statement.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { CurrencyCodeScalar, DateScalar, DateTimeScalar } from '../graphql/scalars.ts';
import {
  MoneyType,
  PaymentMethodType,
  PaymentStatusType,
  StatementKindType,
} from '../graphql/shared.type.ts';
import { PortalCompanyType } from './portal-company.type.ts';
import { PortalCreditNoteType } from './portal-money.type.ts';
import { type PortalQuoteStatus, PortalQuoteStatusType } from './portal-quote.type.ts';
import { PortalInvoiceRecordType, PortalReceiptRecordType } from './portal-records.type.ts';

@ObjectType('PortalAccountQuote', { simpleResolvers: true })
class PortalAccountQuoteType {
  @Field(() => String) readonly number!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => PortalQuoteStatusType) readonly status!: PortalQuoteStatus;
  @Field(() => DateTimeScalar) readonly sentAt!: Instant;
  @Field(() => Boolean) readonly isYours!: boolean;
  @Field(() => String) readonly pdfUrl!: string;
}

@ObjectType('PortalAccountPayment', { simpleResolvers: true })
class PortalAccountPaymentType {
  @Field(() => String) readonly invoiceNumber!: string;
  @Field(() => PaymentMethodType) readonly method!: PaymentMethod;
  @Field(() => PaymentStatusType) readonly status!: PaymentStatus;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => DateTimeScalar) readonly at!: Instant;
}

@ObjectType('PortalAccount', { simpleResolvers: true })
export class PortalAccountType {
  @Field(() => PortalCompanyType) readonly company!: PortalCompanyType;
  @Field(() => String) readonly customerName!: string;
  @Field(() => String) readonly email!: string;
  @Field(() => DateScalar) readonly today!: LocalDate;
  @Field(() => [MoneyType]) readonly owed!: readonly MoneyType[];
  @Field(() => [MoneyType]) readonly credits!: readonly MoneyType[];
  @Field(() => [PortalAccountQuoteType]) readonly quotes!: readonly PortalAccountQuoteType[];
  @Field(() => [PortalInvoiceRecordType]) readonly invoices!: readonly PortalInvoiceRecordType[];
  @Field(() => [PortalAccountPaymentType]) readonly payments!: readonly PortalAccountPaymentType[];
  @Field(() => [PortalReceiptRecordType]) readonly receipts!: readonly PortalReceiptRecordType[];
  @Field(() => [PortalCreditNoteType]) readonly creditNotes!: readonly PortalCreditNoteType[];
  @Field(() => Boolean) readonly hasStatement!: boolean;
}

@ObjectType('PortalStatementLine', { simpleResolvers: true })
class PortalStatementLineType {
  @Field(() => DateScalar) readonly day!: LocalDate;
  @Field(() => StatementKindType) readonly kind!: StatementKind;
  @Field(() => String) readonly number!: string;
  @Field(() => MoneyType) readonly charged!: MoneyType;
  @Field(() => MoneyType) readonly paid!: MoneyType;
  @Field(() => MoneyType) readonly balance!: MoneyType;
}

@ObjectType('PortalStatement', { simpleResolvers: true })
export class PortalStatementType {
  @Field(() => CurrencyCodeScalar) readonly currency!: CurrencyCode;
  @Field(() => MoneyType) readonly opening!: MoneyType;
  @Field(() => [PortalStatementLineType]) readonly lines!: readonly PortalStatementLineType[];
  @Field(() => MoneyType) readonly closing!: MoneyType;
  @Field(() => String) readonly pdfUrl!: string;
}

@InputType('RequestAccountLinkInput')
export class RequestAccountLinkInput {
  @Field(() => ID) readonly idempotencyKey!: string;
}

@ObjectType('AccountLinkSent', { simpleResolvers: true })
class AccountLinkSentType {
  @Field(() => String) readonly sentTo!: string;
}

export const RequestAccountLinkResult = orRefusal('RequestAccountLinkResult', () => AccountLinkSentType);
