import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { refundActionsFor } from '../domain/refund.ts';
import { MoneyType } from '../graphql/shared.type.ts';
import { money } from '../graphql/views.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';
import { actorMay } from '../staff/require.ts';
import type { Payment } from './payment.entity.ts';
import { PaymentType } from './payment.type.ts';
import { approveRefund, rejectRefund } from './refund-approval.ts';
import { confirmManualRefund } from './refund-by-hand.ts';
import type { Refund } from './refund.entity.ts';
import { refundPayment } from './refund-payment.ts';
import {
  ApproveRefundInput,
  ApproveRefundResult,
  ConfirmManualRefundInput,
  ConfirmManualRefundResult,
  RefundPaymentInput,
  RefundPaymentResult,
  RefundType,
  RejectRefundInput,
  RejectRefundResult,
} from './refund.type.ts';
import { refundableNow } from './refundable.ts';

@Resolver(() => RefundType)
export class RefundResolver {
  @Mutation(() => RefundPaymentResult)
  refundPayment(@Ctx() ctx: Context, @Arg('input', () => RefundPaymentInput) input: RefundPaymentInput) {
    return refundPayment(ctx, input);
  }
  @Mutation(() => ApproveRefundResult)
  approveRefund(@Ctx() ctx: Context, @Arg('input', () => ApproveRefundInput) input: ApproveRefundInput) {
    return approveRefund(ctx, input);
  }
  @Mutation(() => RejectRefundResult)
  rejectRefund(@Ctx() ctx: Context, @Arg('input', () => RejectRefundInput) input: RejectRefundInput) {
    return rejectRefund(ctx, input);
  }
  @Mutation(() => ConfirmManualRefundResult)
  confirmManualRefund(
    @Ctx() ctx: Context,
    @Arg('input', () => ConfirmManualRefundInput) input: ConfirmManualRefundInput,
  ) {
    return confirmManualRefund(ctx, input);
  }

  @FieldResolver() payment(@Root() refund: Row<Refund>, @Ctx() ctx: Context) {
    return ctx.load.payment.load(refund.paymentId);
  }
  @FieldResolver() invoice(@Root() refund: Row<Refund>, @Ctx() ctx: Context) {
    return ctx.load.invoice.load(refund.invoiceId);
  }
  @FieldResolver() amount(@Root() refund: Row<Refund>) {
    return money(refund.amount, refund.currency);
  }
  @FieldResolver() reference(@Root() refund: Row<Refund>) {
    return refund.reference ?? refund.providerId;
  }
  @FieldResolver() async creditNoteNumber(@Root() refund: Row<Refund>, @Ctx() ctx: Context) {
    return refund.creditNoteId === null ? null : (await ctx.load.creditNote.load(refund.creditNoteId)).number;
  }
  @FieldResolver() actions(@Root() refund: Row<Refund>, @Ctx() ctx: Context) {
    const asker = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
    return actorMay(ctx)('REFUND_PAYMENTS') ? refundActionsFor(refund, asker) : [];
  }
}

@Resolver(() => PaymentType)
export class RefundsOfPaymentResolver {
  @FieldResolver(() => [RefundType]) async refunds(@Root() payment: Row<Payment>, @Ctx() ctx: Context) {
    return (await ctx.load.refundsOfPayment.load(payment.id)).toReversed();
  }
  @FieldResolver(() => MoneyType) refunded(@Root() payment: Row<Payment>) {
    return money(payment.refunded, payment.currency);
  }
  @FieldResolver(() => MoneyType) async refundable(@Root() payment: Row<Payment>, @Ctx() ctx: Context) {
    return money(await refundableNow(ctx, payment), payment.currency);
  }
}

@Resolver(() => InvoiceType)
export class RefundsOfInvoiceResolver {
  @FieldResolver(() => [RefundType]) async refunds(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return (await ctx.load.refundsOfInvoice.load(invoice.id)).toReversed();
  }
}
