import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import { money } from '../graphql/views.ts';
import { confirmManualPayment, rejectManualPayment } from './manual.ts';
import type { Payment } from './payment.entity.ts';
import {
  ConfirmManualPaymentInput,
  ConfirmManualPaymentResult,
  PaymentType,
  ReceiptType,
  RejectManualPaymentInput,
  RejectManualPaymentResult,
} from './payment.type.ts';
import type { Receipt } from './receipt.entity.ts';

@Resolver(() => PaymentType)
export class PaymentResolver {
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
