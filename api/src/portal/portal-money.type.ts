import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { PaymentMethod } from '../domain/payment.ts';
import type { PaymentQrStandard } from '../domain/payment-qr/payment-qr.ts';
import { enumType } from '../graphql/enum-type.ts';
import { DateScalar, DateTimeScalar } from '../graphql/scalars.ts';
import { MoneyType, PaymentMethodType, PaymentQrStandardType } from '../graphql/shared.type.ts';

const portalInvoiceStatuses = ['OPEN', 'PARTIALLY_PAID', 'PAID', 'VOID', 'CLOSED'] as const;
export type PortalInvoiceStatus = (typeof portalInvoiceStatuses)[number];
export const PortalInvoiceStatusType = enumType('PortalInvoiceStatus', portalInvoiceStatuses);

const portalRefundStatuses = ['PENDING', 'SUCCEEDED', 'FAILED'] as const;
export type PortalRefundStatus = (typeof portalRefundStatuses)[number];
const PortalRefundStatusType = enumType('PortalRefundStatus', portalRefundStatuses);

@ObjectType('PortalTransferField', { simpleResolvers: true })
class PortalTransferFieldType {
  @Field(() => String) readonly label!: string;
  @Field(() => String) readonly value!: string;
  @Field(() => String) readonly copy!: string;
}

@ObjectType('PortalPaymentQr', { simpleResolvers: true })
class PortalPaymentQrType {
  @Field(() => PaymentQrStandardType) readonly standard!: PaymentQrStandard;
  @Field(() => String) readonly label!: string;
  @Field(() => String) readonly path!: string;
  @Field(() => Int) readonly size!: number;
}

@ObjectType('PortalTransfer', { simpleResolvers: true })
export class PortalTransferType {
  @Field(() => [PortalTransferFieldType]) readonly fields!: readonly PortalTransferFieldType[];
  @Field(() => String) readonly reference!: string;
  @Field(() => PortalPaymentQrType, { nullable: true }) readonly paymentQr!: PortalPaymentQrType | null;
}

@ObjectType('PortalCreditNote', { simpleResolvers: true })
export class PortalCreditNoteType {
  @Field(() => String) readonly number!: string;
  @Field(() => DateScalar) readonly issueDate!: LocalDate;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => String) readonly reason!: string;
  @Field(() => String) readonly pdfUrl!: string;
}

@ObjectType('PortalRefund', { simpleResolvers: true })
export class PortalRefundType {
  @Field(() => PaymentMethodType) readonly method!: PaymentMethod;
  @Field(() => PortalRefundStatusType) readonly status!: PortalRefundStatus;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
}

@ObjectType('PortalEarlierCreditNote', { simpleResolvers: true })
class PortalEarlierCreditNoteType {
  @Field(() => String) readonly number!: string;
  @Field(() => DateScalar) readonly issueDate!: LocalDate;
  @Field(() => MoneyType) readonly total!: MoneyType;
}

@ObjectType('PortalEarlierInvoice', { simpleResolvers: true })
export class PortalEarlierInvoiceType {
  @Field(() => String) readonly number!: string;
  @Field(() => String) readonly label!: string;
  @Field(() => DateScalar) readonly issueDate!: LocalDate;
  @Field(() => MoneyType) readonly total!: MoneyType;
  @Field(() => [PortalEarlierCreditNoteType]) readonly creditNotes!: readonly PortalEarlierCreditNoteType[];
}

@InputType('UseCreditInput')
export class UseCreditInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => String, { nullable: true }) readonly invoiceNumber: string | null = null;
}
