import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import { disputeReasonInWords } from '../domain/dispute.ts';
import { reminderPause } from '../domain/reminders.ts';
import { money } from '../graphql/views.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';
import type { Dispute } from './dispute.entity.ts';
import { DisputePageType, DisputeType, ReminderPauseType } from './dispute.type.ts';
import { listDisputes } from './list-disputes.ts';
import type { Payment } from './payment.entity.ts';
import { PaymentType } from './payment.type.ts';

@Resolver(() => DisputeType)
export class DisputeResolver {
  @Query(() => DisputePageType)
  disputes(
    @Ctx() ctx: Context,
    @Arg('open', () => Boolean, { nullable: true }) open: boolean | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listDisputes(ctx, { open, first, after });
  }

  @FieldResolver() payment(@Root() dispute: Row<Dispute>, @Ctx() ctx: Context) {
    return ctx.load.payment.load(dispute.paymentId);
  }
  @FieldResolver() invoice(@Root() dispute: Row<Dispute>, @Ctx() ctx: Context) {
    return ctx.load.invoice.load(dispute.invoiceId);
  }
  @FieldResolver() amount(@Root() dispute: Row<Dispute>) {
    return money(dispute.amount, dispute.currency);
  }
  @FieldResolver() reason(@Root() dispute: Row<Dispute>) {
    return disputeReasonInWords(dispute.reason);
  }
  @FieldResolver() isWithdrawn(@Root() dispute: Row<Dispute>) {
    return dispute.isWithdrawn === 1;
  }
  @FieldResolver() evidenceUrl(@Root() dispute: Row<Dispute>, @Ctx() ctx: Context) {
    return documentAddress(ctx, 'disputes', dispute.id);
  }
}

@Resolver(() => PaymentType)
export class DisputesOfPaymentResolver {
  @FieldResolver(() => [DisputeType]) async disputes(@Root() payment: Row<Payment>, @Ctx() ctx: Context) {
    return (await ctx.load.disputesOfPayment.load(payment.id)).toReversed();
  }
}

@Resolver(() => InvoiceType)
export class DisputesOfInvoiceResolver {
  @FieldResolver(() => [DisputeType]) async disputes(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return (await ctx.load.disputesOfInvoice.load(invoice.id)).toReversed();
  }
  @FieldResolver(() => ReminderPauseType, { nullable: true }) async reminderPause(
    @Root() invoice: Row<Invoice>,
    @Ctx() ctx: Context,
  ) {
    const disputes = await ctx.load.disputesOfInvoice.load(invoice.id);
    const payments = await ctx.load.paymentsOfInvoice.load(invoice.id);
    return reminderPause({ disputes, payments }, { now: ctx.now, claimDays: ctx.company.claimPauseDays });
  }
}
