import { Field, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { InvoiceStatus } from '../domain/invoice.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { PaymentMethod, PaymentStatus } from '../domain/payment.ts';
import { DateScalar, DateTimeScalar, RateMilliPercentScalar } from '../graphql/scalars.ts';
import {
  InvoiceStatusType,
  MoneyType,
  PaymentMethodType,
  PaymentStatusType,
  TotalsType,
} from '../graphql/shared.type.ts';
import { PortalCompanyType } from './portal-company.type.ts';

@ObjectType('PortalPayment', { simpleResolvers: true })
export class PortalPaymentType {
  @Field(() => PaymentMethodType) readonly method!: PaymentMethod;
  @Field(() => PaymentStatusType) readonly status!: PaymentStatus;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) readonly confirmedAt!: Instant | null;
  @Field(() => String, { nullable: true }) readonly receiptNumber!: string | null;
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
  @Field(() => InvoiceStatusType) readonly status!: InvoiceStatus;
  @Field(() => PortalCompanyType) readonly company!: PortalCompanyType;
  @Field(() => String) readonly customerName!: string;
  @Field(() => String) readonly quoteNumber!: string;
  @Field(() => String) readonly quoteTitle!: string;
  @Field(() => String) readonly stageLabel!: string;
  @Field(() => DateScalar) readonly issueDate!: LocalDate;
  @Field(() => DateScalar) readonly dueDate!: LocalDate;
  @Field(() => Boolean) readonly isOverdue!: boolean;
  @Field(() => DateScalar) readonly today!: LocalDate;
  @Field(() => [PortalInvoiceLineType]) readonly lines!: readonly PortalInvoiceLineType[];
  @Field(() => TotalsType) readonly totals!: TotalsType;
  @Field(() => MoneyType) readonly paid!: MoneyType;
  @Field(() => MoneyType) readonly balance!: MoneyType;
  @Field(() => [PaymentMethodType]) readonly methods!: readonly PaymentMethod[];
  @Field(() => [String]) readonly bankDetails!: readonly string[];
  @Field(() => [PortalPaymentType]) readonly payments!: readonly PortalPaymentType[];
  @Field(() => String) readonly pdfUrl!: string;
}
