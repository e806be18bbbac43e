import { Field, Int, ObjectType } from 'type-graphql';
import { changeKinds } from '../domain/change-order.ts';
import { invoiceStatuses } from '../domain/invoice.ts';
import type { CurrencyCode, MinorUnits } from '../domain/money.ts';
import { paymentMethods, paymentStatuses } from '../domain/payment.ts';
import { statementKinds } from '../domain/statement.ts';
import { paymentQrStandards } from '../domain/payment-qr/payment-qr.ts';
import { type RefusalCode, refusalCodes } from '../domain/refusal.ts';
import { type RichBlockKind, richBlockKinds } from '../domain/rich-text.ts';
import { mailboxProofs } from '../domain/signing-code.ts';
import { signatureMethods } from '../domain/signature.ts';
import { type Billing, billings, taxRoundings, type TaxTreatment, taxTreatments } from '../domain/pricing.ts';
import { stageDues } from '../domain/stages.ts';
import { enumType } from './enum-type.ts';
import { CurrencyCodeScalar, MinorUnitsScalar, RateMilliPercentScalar } from './scalars.ts';

@ObjectType('Money', { simpleResolvers: true })
export class MoneyType {
  @Field(() => MinorUnitsScalar) readonly amount!: MinorUnits;
  @Field(() => CurrencyCodeScalar) readonly currency!: CurrencyCode;
}

export const TaxTreatmentType = enumType('TaxTreatment', taxTreatments);
export const TaxRoundingType = enumType('TaxRounding', taxRoundings);
export const BillingType = enumType('Billing', billings);

@ObjectType('Discount', { simpleResolvers: true })
export class DiscountType {
  @Field(() => RateMilliPercentScalar, { nullable: true }) readonly percent!: number | null;
  @Field(() => MoneyType, { nullable: true }) readonly amount!: MoneyType | null;
}

@ObjectType('TaxTotal', { simpleResolvers: true })
export class TaxTotalType {
  @Field(() => TaxTreatmentType) readonly treatment!: TaxTreatment;
  @Field(() => RateMilliPercentScalar) readonly rate!: number;
  @Field(() => MoneyType) readonly net!: MoneyType;
  @Field(() => MoneyType) readonly tax!: MoneyType;
}

@ObjectType('Totals', { simpleResolvers: true })
export class TotalsType {
  @Field(() => MoneyType) readonly net!: MoneyType;
  @Field(() => MoneyType) readonly tax!: MoneyType;
  @Field(() => MoneyType) readonly gross!: MoneyType;
  @Field(() => [TaxTotalType]) readonly taxes!: readonly TaxTotalType[];
}

@ObjectType('RecurringTotals', { simpleResolvers: true })
export class RecurringTotalsType {
  @Field(() => BillingType) readonly billing!: Billing;
  @Field(() => TotalsType) readonly totals!: TotalsType;
}

const RichBlockKindType = enumType('RichBlockKind', richBlockKinds);

@ObjectType('RichSpan', { simpleResolvers: true })
export class RichSpanType {
  @Field(() => String) readonly text!: string;
  @Field(() => Boolean) readonly bold!: boolean;
  @Field(() => Boolean) readonly italic!: boolean;
  @Field(() => String, { nullable: true }) readonly href!: string | null;
}

@ObjectType('RichBlock', { simpleResolvers: true })
export class RichBlockType {
  @Field(() => RichBlockKindType) readonly kind!: RichBlockKind;
  @Field(() => Int) readonly level!: number;
  @Field(() => [RichSpanType]) readonly spans!: readonly RichSpanType[];
}

export const StageDueType = enumType('StageDue', stageDues);
export const MailboxProofType = enumType('MailboxProof', mailboxProofs);
export const SignatureMethodType = enumType('SignatureMethod', signatureMethods);
export const ChangeKindType = enumType('ChangeKind', changeKinds);
export const InvoiceStatusType = enumType('InvoiceStatus', invoiceStatuses);
export const PaymentMethodType = enumType('PaymentMethod', paymentMethods);
export const PaymentStatusType = enumType('PaymentStatus', paymentStatuses);
export const StatementKindType = enumType('StatementKind', statementKinds);
export const PaymentQrStandardType = enumType('PaymentQrStandard', paymentQrStandards);
const RefusalCodeType = enumType('RefusalCode', refusalCodes);

@ObjectType('Refusal', { simpleResolvers: true })
export class RefusalType {
  @Field(() => RefusalCodeType) readonly code!: RefusalCode;
  @Field(() => String) readonly message!: string;
  @Field(() => String, { nullable: true }) readonly field!: string | null;
}
