import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { PaymentMethod } from '../domain/payment.ts';
import { type RefundAction, refundActions, type RefundStatus, refundStatuses } from '../domain/refund.ts';
import { enumType } from '../graphql/enum-type.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateTimeScalar, MinorUnitsScalar } from '../graphql/scalars.ts';
import { MoneyType, PaymentMethodType } from '../graphql/shared.type.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';
import { PaymentType } from './payment.type.ts';

const RefundStatusType = enumType('RefundStatus', refundStatuses);
const RefundActionType = enumType('RefundAction', refundActions);

@ObjectType('Refund', { simpleResolvers: true })
export class RefundType {
  @Field(() => ID) readonly id!: string;
  @Field(() => PaymentType) readonly payment!: PaymentType;
  @Field(() => InvoiceType) readonly invoice!: InvoiceType;
  @Field(() => PaymentMethodType) readonly method!: PaymentMethod;
  @Field(() => RefundStatusType) readonly status!: RefundStatus;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => String) readonly reason!: string;
  @Field(() => String, { nullable: true }) readonly reference!: string | null;
  @Field(() => String, { nullable: true }) readonly failure!: string | null;
  @Field(() => String, { nullable: true }) readonly creditNoteNumber!: string | null;
  @Field(() => String) readonly requestedBy!: string;
  @Field(() => String, { nullable: true }) readonly approvedBy!: string | null;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) readonly settledAt!: Instant | null;
  @Field(() => [RefundActionType]) readonly actions!: readonly RefundAction[];
}

@InputType('RefundPaymentInput')
export class RefundPaymentInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly paymentId!: string;
  @Field(() => MinorUnitsScalar) readonly amount!: MinorUnits;
  @Field(() => PaymentMethodType) readonly method!: PaymentMethod;
  @Field(() => String, { nullable: true }) readonly reference: string | null = null;
  @Field(() => String) readonly reason!: string;
}

@InputType('ApproveRefundInput')
export class ApproveRefundInput {
  @Field(() => ID) readonly id!: string;
}

@InputType('RejectRefundInput')
export class RejectRefundInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly reason!: string;
}

@InputType('ConfirmManualRefundInput')
export class ConfirmManualRefundInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly reference!: string;
}

export const RefundPaymentResult = orRefusal('RefundPaymentResult', () => RefundType);
export const ApproveRefundResult = orRefusal('ApproveRefundResult', () => RefundType);
export const RejectRefundResult = orRefusal('RejectRefundResult', () => RefundType);
export const ConfirmManualRefundResult = orRefusal('ConfirmManualRefundResult', () => RefundType);
