import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { PaymentMethod, PaymentStatus } from '../domain/payment.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateScalar, DateTimeScalar, MinorUnitsScalar } from '../graphql/scalars.ts';
import { MoneyType, PaymentMethodType, PaymentStatusType } from '../graphql/shared.type.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';

@ObjectType('Receipt', { simpleResolvers: true })
export class ReceiptType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly number!: string;
  @Field(() => DateTimeScalar) readonly issuedAt!: Instant;
  @Field(() => String) readonly pdfUrl!: string;
}

@ObjectType('Payment', { simpleResolvers: true })
export class PaymentType {
  @Field(() => ID) readonly id!: string;
  @Field(() => InvoiceType) readonly invoice!: InvoiceType;
  @Field(() => PaymentMethodType) readonly method!: PaymentMethod;
  @Field(() => PaymentStatusType) readonly status!: PaymentStatus;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => String, { nullable: true }) readonly reference!: string | null;
  @Field(() => String, { nullable: true }) readonly failure!: string | null;
  @Field(() => DateScalar, { nullable: true }) readonly receivedOn!: LocalDate | null;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) readonly confirmedAt!: Instant | null;
  @Field(() => String, { nullable: true }) readonly confirmedBy!: string | null;
  @Field(() => ReceiptType, { nullable: true }) readonly receipt!: ReceiptType | null;
}

@InputType('ConfirmManualPaymentInput')
export class ConfirmManualPaymentInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly invoiceId!: string;
  @Field(() => ID, { nullable: true }) readonly paymentId: string | null = null;
  @Field(() => PaymentMethodType) readonly method!: PaymentMethod;
  @Field(() => MinorUnitsScalar) readonly amount!: MinorUnits;
  @Field(() => String) readonly reference!: string;
  @Field(() => DateScalar) readonly receivedOn!: LocalDate;
  @Field(() => Boolean, { nullable: true }) readonly asCredit: boolean | null = null;
}

@InputType('RejectManualPaymentInput')
export class RejectManualPaymentInput {
  @Field(() => ID) readonly paymentId!: string;
  @Field(() => String) readonly reason!: string;
}

export const ConfirmManualPaymentResult = orRefusal('ConfirmManualPaymentResult', () => PaymentType);
export const RejectManualPaymentResult = orRefusal('RejectManualPaymentResult', () => PaymentType);
