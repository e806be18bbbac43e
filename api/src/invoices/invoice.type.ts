import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CustomerType } from '../customers/customer.type.ts';
import type { Instant } from '../db/instant.ts';
import { type InvoiceAction, invoiceActionNames } from '../domain/invoice-actions.ts';
import { type InvoiceKind, invoiceKinds, type InvoiceStatus } from '../domain/invoice.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { type PaymentLogKind, paymentLogKinds, type PaymentMethod } from '../domain/payment.ts';
import { enumType } from '../graphql/enum-type.ts';
import type { TaxTreatment } from '../domain/pricing.ts';
import {
  DateScalar,
  DateTimeScalar,
  QuantityMilliScalar,
  RateMilliPercentScalar,
} from '../graphql/scalars.ts';
import {
  DiscountType,
  InvoiceStatusType,
  MoneyType,
  PaymentMethodType,
  TaxTreatmentType,
  TotalsType,
} from '../graphql/shared.type.ts';
import { PaymentType } from '../payments/payment.type.ts';
import { CreditNoteType } from './credit-note.type.ts';
import { QuoteType } from '../quotes/quote.type.ts';

const InvoiceKindType = enumType('InvoiceKind', invoiceKinds);
const InvoiceActionType = enumType('InvoiceAction', invoiceActionNames);
const PaymentLogKindType = enumType('PaymentLogKind', paymentLogKinds);

@ObjectType('InvoiceLine', { simpleResolvers: true })
export class InvoiceLineType {
  @Field(() => String) readonly description!: string;
  @Field(() => QuantityMilliScalar, { nullable: true }) readonly quantity!: number | null;
  @Field(() => String) readonly unit!: string;
  @Field(() => MoneyType, { nullable: true }) readonly unitPrice!: MoneyType | null;
  @Field(() => DiscountType, { nullable: true }) readonly discount!: DiscountType | null;
  @Field(() => TaxTreatmentType) readonly taxTreatment!: TaxTreatment;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => MoneyType) readonly net!: MoneyType;
  @Field(() => MoneyType) readonly tax!: MoneyType;
  @Field(() => MoneyType) readonly gross!: MoneyType;
}

@ObjectType('EarlierCreditNote', { simpleResolvers: true })
class EarlierCreditNoteType {
  @Field(() => String) readonly number!: string;
  @Field(() => DateScalar) readonly issueDate!: LocalDate;
  @Field(() => TotalsType) readonly totals!: TotalsType;
}

@ObjectType('EarlierInvoice', { simpleResolvers: true })
export class EarlierInvoiceType {
  @Field(() => String) readonly number!: string;
  @Field(() => DateScalar) readonly issueDate!: LocalDate;
  @Field(() => String) readonly label!: string;
  @Field(() => TotalsType) readonly totals!: TotalsType;
  @Field(() => [EarlierCreditNoteType]) readonly creditNotes!: readonly EarlierCreditNoteType[];
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
  @Field(() => String, { nullable: true }) readonly number!: string | null;
  @Field(() => InvoiceKindType) readonly kind!: InvoiceKind;
  @Field(() => InvoiceStatusType) readonly status!: InvoiceStatus;
  @Field(() => CustomerType) readonly customer!: CustomerType;
  @Field(() => String) readonly subject!: string;
  @Field(() => QuoteType, { nullable: true }) readonly quote!: QuoteType | null;
  @Field(() => String, { nullable: true }) readonly stageLabel!: string | null;
  @Field(() => Int, { nullable: true }) readonly stagePosition!: number | null;
  @Field(() => String) readonly sourceEvent!: string;
  @Field(() => DateScalar, { nullable: true }) readonly issueDate!: LocalDate | null;
  @Field(() => DateScalar, { nullable: true }) readonly dueDate!: LocalDate | null;
  @Field(() => Boolean) readonly isOverdue!: boolean;
  @Field(() => Int) readonly paymentTermsDays!: number;
  @Field(() => String, { nullable: true }) readonly termsNote!: string | null;
  @Field(() => String) readonly contentHash!: string;
  @Field(() => [String]) readonly approvalReasons!: readonly string[];
  @Field(() => String) readonly createdBy!: string;
  @Field(() => [InvoiceActionType]) readonly actions!: readonly InvoiceAction[];
  @Field(() => Boolean) readonly pricesIncludeTax!: boolean;
  @Field(() => [InvoiceLineType]) readonly lines!: readonly InvoiceLineType[];
  @Field(() => [EarlierInvoiceType]) readonly earlier!: readonly EarlierInvoiceType[];
  @Field(() => TotalsType) readonly totals!: TotalsType;
  @Field(() => MoneyType) readonly paid!: MoneyType;
  @Field(() => MoneyType) readonly credited!: MoneyType;
  @Field(() => MoneyType) readonly writtenOff!: MoneyType;
  @Field(() => MoneyType) readonly balance!: MoneyType;
  @Field(() => [CreditNoteType]) readonly creditNotes!: readonly CreditNoteType[];
  @Field(() => MoneyType) readonly customerCredit!: MoneyType;
  @Field(() => [PaymentType]) readonly payments!: readonly PaymentType[];
  @Field(() => [PaymentLogEntryType]) readonly log!: readonly PaymentLogEntryType[];
  @Field(() => String, { nullable: true }) readonly pdfUrl!: string | null;
}
