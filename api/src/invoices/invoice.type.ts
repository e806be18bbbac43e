import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CustomerType } from '../customers/customer.type.ts';
import type { Instant } from '../db/instant.ts';
import type { InvoiceStatus } from '../domain/invoice.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { type PaymentLogKind, paymentLogKinds, type PaymentMethod } from '../domain/payment.ts';
import { enumType } from '../graphql/enum-type.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateScalar, DateTimeScalar, RateMilliPercentScalar } from '../graphql/scalars.ts';
import { InvoiceStatusType, MoneyType, PaymentMethodType, TotalsType } from '../graphql/shared.type.ts';
import { PaymentType } from '../payments/payment.type.ts';
import { QuoteType } from '../quotes/quote.type.ts';

const PaymentLogKindType = enumType('PaymentLogKind', paymentLogKinds);

const invoiceFilters = ['OPEN', 'OVERDUE', 'PAID'] as const;
export type InvoiceFilter = (typeof invoiceFilters)[number];
export const InvoiceFilterType = enumType('InvoiceFilter', invoiceFilters);

@ObjectType('InvoiceLine', { simpleResolvers: true })
export class InvoiceLineType {
  @Field(() => String) readonly description!: string;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => MoneyType) readonly net!: MoneyType;
  @Field(() => MoneyType) readonly tax!: MoneyType;
  @Field(() => MoneyType) readonly gross!: MoneyType;
}

@ObjectType('PaymentLogEntry', { simpleResolvers: true })
export class PaymentLogEntryType {
  @Field(() => ID) readonly id!: string;
  @Field(() => DateTimeScalar) readonly at!: Instant;
  @Field(() => PaymentLogKindType) readonly kind!: PaymentLogKind;
  @Field(() => String) readonly actor!: string;
  @Field(() => PaymentMethodType, { nullable: true }) readonly method!: PaymentMethod | null;
  @Field(() => String, { nullable: true }) readonly reference!: string | null;
  @Field(() => String, { nullable: true }) readonly note!: string | null;
}

@ObjectType('Invoice', { simpleResolvers: true })
export class InvoiceType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly number!: string;
  @Field(() => InvoiceStatusType) readonly status!: InvoiceStatus;
  @Field(() => CustomerType) readonly customer!: CustomerType;
  @Field(() => QuoteType) readonly quote!: QuoteType;
  @Field(() => String) readonly stageLabel!: string;
  @Field(() => Int) readonly stagePosition!: number;
  @Field(() => String) readonly sourceEvent!: string;
  @Field(() => DateScalar) readonly issueDate!: LocalDate;
  @Field(() => DateScalar) readonly dueDate!: LocalDate;
  @Field(() => Boolean) readonly isOverdue!: boolean;
  @Field(() => [InvoiceLineType]) readonly lines!: readonly InvoiceLineType[];
  @Field(() => TotalsType) readonly totals!: TotalsType;
  @Field(() => MoneyType) readonly paid!: MoneyType;
  @Field(() => MoneyType) readonly balance!: MoneyType;
  @Field(() => [PaymentType]) readonly payments!: readonly PaymentType[];
  @Field(() => [PaymentLogEntryType]) readonly log!: readonly PaymentLogEntryType[];
  @Field(() => String) readonly pdfUrl!: string;
}

@ObjectType('InvoicePage', { simpleResolvers: true })
export class InvoicePageType {
  @Field(() => [InvoiceType]) readonly items!: readonly InvoiceType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}

@InputType('IssueStageInvoiceInput')
export class IssueStageInvoiceInput {
  @Field(() => ID) readonly quoteId!: string;
  @Field(() => ID) readonly stageId!: string;
}

export const IssueStageInvoiceResult = orRefusal('IssueStageInvoiceResult', () => InvoiceType);
