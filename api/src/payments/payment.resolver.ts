import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import type { PaymentStatus } from '../domain/payment.ts';
import { PaymentStatusType } from '../graphql/shared.type.ts';
import { money } from '../graphql/views.ts';
import { listPayments } from './list-payments.ts';
import { confirmManualPayment, rejectManualPayment } from './manual.ts';
import type { Payment } from './payment.entity.ts';
import {
  ConfirmManualPaymentInput,
  ConfirmManualPaymentResult,
  PaymentPageType,
  PaymentType,
  ReceiptType,
  RejectManualPaymentInput,
  RejectManualPaymentResult,
} from './payment.type.ts';
import type { Receipt } from './receipt.entity.ts';

@Resolver(() => PaymentType)
export class PaymentResolver {
  @Query(() => PaymentPageType)
  payments(
    @Ctx() ctx: Context,
    @Arg('status', () => PaymentStatusType, { nullable: true }) status: PaymentStatus | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listPayments(ctx, { status, first, after });
  }
  @Mutation(() => ConfirmManualPaymentResult)
  confirmManualPayment(
    @Ctx() ctx: Context,
    @Arg('input', () => ConfirmManualPaymentInput) input: ConfirmManualPaymentInput,
  ) {
    return confirmManualPayment(ctx, input);
  }
  @Mutation(() => RejectManualPaymentResult)
  rejectManualPayment(
    @Ctx() ctx: Context,
    @Arg('input', () => RejectManualPaymentInput) input: RejectManualPaymentInput,
  ) {
    return rejectManualPayment(ctx, input);
  }

  @FieldResolver() invoice(@Root() payment: Row<Payment>, @Ctx() ctx: Context) {
    return ctx.load.invoice.load(payment.invoiceId);
  }
  @FieldResolver() amount(@Root() payment: Row<Payment>) {
    return money(payment.amount, payment.currency);
  }
  @FieldResolver() async receipt(@Root() payment: Row<Payment>, @Ctx() ctx: Context) {
    return (await ctx.load.receiptsOfPayment.load(payment.id))[0] ?? null;
  }
}

@Resolver(() => ReceiptType)
export class ReceiptResolver {
  @FieldResolver() pdfUrl(@Root() receipt: Row<Receipt>, @Ctx() ctx: Context) {
    return documentAddress(ctx, 'receipts', receipt.id);
  }
}
