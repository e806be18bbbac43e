import { Field, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { PaymentMethod, PaymentStatus } from '../domain/payment.ts';
import { DateScalar, DateTimeScalar, RateMilliPercentScalar } from '../graphql/scalars.ts';
import { MoneyType, PaymentMethodType, PaymentStatusType, TotalsType } from '../graphql/shared.type.ts';
import { PortalCompanyType } from './portal-company.type.ts';
import {
  PortalCreditNoteType,
  PortalEarlierInvoiceType,
  type PortalInvoiceStatus,
  PortalInvoiceStatusType,
  PortalRefundType,
  PortalTransferType,
} from './portal-money.type.ts';

@ObjectType('PortalPayment', { simpleResolvers: true })
export class PortalPaymentType {
  @Field(() => PaymentMethodType) readonly method!: PaymentMethod;
  @Field(() => PaymentStatusType) readonly status!: PaymentStatus;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) readonly confirmedAt!: Instant | null;
  @Field(() => String, { nullable: true }) readonly receiptNumber!: string | null;
  @Field(() => String, { nullable: true }) readonly declined!: string | null;
  @Field(() => MoneyType, { nullable: true }) readonly kept!: MoneyType | null;
  @Field(() => MoneyType, { nullable: true }) readonly refunded!: MoneyType | null;
  @Field(() => [String]) readonly proofs!: readonly string[];
}

@ObjectType('PortalInvoiceLine', { simpleResolvers: true })
export class PortalInvoiceLineType {
  @Field(() => String) readonly description!: string;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => MoneyType) readonly net!: MoneyType;
  @Field(() => MoneyType) readonly tax!: MoneyType;
  @Field(() => MoneyType) readonly gross!: MoneyType;
}

@ObjectType('PortalInvoice', { simpleResolvers: true })
export class PortalInvoiceType {
  @Field(() => String) readonly number!: string;
  @Field(() => PortalInvoiceStatusType) readonly status!: PortalInvoiceStatus;
  @Field(() => PortalCompanyType) readonly company!: PortalCompanyType;
  @Field(() => String) readonly customerName!: string;
  @Field(() => String, { nullable: true }) readonly quoteNumber!: string | null;
  @Field(() => String) readonly subject!: string;
  @Field(() => String, { nullable: true }) readonly stageLabel!: string | null;
  @Field(() => DateScalar) readonly issueDate!: LocalDate;
  @Field(() => DateScalar) readonly dueDate!: LocalDate;
  @Field(() => Boolean) readonly isOverdue!: boolean;
  @Field(() => DateScalar) readonly today!: LocalDate;
  @Field(() => [PortalInvoiceLineType]) readonly lines!: readonly PortalInvoiceLineType[];
  @Field(() => TotalsType) readonly totals!: TotalsType;
  @Field(() => MoneyType) readonly paid!: MoneyType;
  @Field(() => MoneyType) readonly credited!: MoneyType;
  @Field(() => MoneyType) readonly balance!: MoneyType;
  @Field(() => MoneyType, { nullable: true }) readonly credit!: MoneyType | null;
  @Field(() => [PaymentMethodType]) readonly methods!: readonly PaymentMethod[];
  @Field(() => [String]) readonly bankDetails!: readonly string[];
  @Field(() => PortalTransferType, { nullable: true }) readonly transfer!: PortalTransferType | null;
  @Field(() => [PortalPaymentType]) readonly payments!: readonly PortalPaymentType[];
  @Field(() => [PortalCreditNoteType]) readonly creditNotes!: readonly PortalCreditNoteType[];
  @Field(() => [PortalRefundType]) readonly refunds!: readonly PortalRefundType[];
  @Field(() => [PortalEarlierInvoiceType]) readonly earlier!: readonly PortalEarlierInvoiceType[];
  @Field(() => String) readonly pdfUrl!: string;
}
