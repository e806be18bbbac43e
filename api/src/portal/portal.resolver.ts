import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { signQuote } from '../acceptances/sign-quote.ts';
import type { Ctx as Context } from '../context.ts';
import { isRefusal } from '../domain/refusal.ts';
import { claimManualPayment } from '../payments/claims.ts';
import { startPayment } from '../payments/start-payment.ts';
import {
  ClaimManualPaymentInput,
  ClaimManualPaymentResult,
  SignQuoteInput,
  SignQuoteResult,
  StartPaymentInput,
  StartPaymentResult,
} from './portal-input.type.ts';
import { invoiceView, portalInvoice } from './portal-invoice.ts';
import { PortalInvoiceType } from './portal-invoice.type.ts';
import { portalQuote } from './portal-quote.ts';
import { PortalQuoteType } from './portal-quote.type.ts';
import { portalReceipt } from './portal-receipt.ts';
import { PortalReceiptType } from './portal-receipt.type.ts';

/** The customer's door: everything here is scoped by the link, nothing takes an id of ours. */
@Resolver()
export class PortalResolver {
  @Query(() => PortalQuoteType)
  portalQuote(@Ctx() ctx: Context) {
    return portalQuote(ctx);
  }
  @Query(() => PortalInvoiceType)
  portalInvoice(
    @Ctx() ctx: Context,
    @Arg('number', () => String, { nullable: true }) number: string | null | undefined,
  ) {
    return portalInvoice(ctx, number ?? null);
  }
  @Query(() => PortalReceiptType)
  portalReceipt(@Ctx() ctx: Context, @Arg('number', () => String) number: string) {
    return portalReceipt(ctx, number);
  }
  @Mutation(() => SignQuoteResult)
  async signQuote(@Ctx() ctx: Context, @Arg('input', () => SignQuoteInput) input: SignQuoteInput) {
    const outcome = await signQuote(ctx, input);
    return isRefusal(outcome) ? outcome : portalQuote(ctx);
  }
  @Mutation(() => StartPaymentResult)
  startPayment(@Ctx() ctx: Context, @Arg('input', () => StartPaymentInput) input: StartPaymentInput) {
    return startPayment(ctx, input.invoiceNumber);
  }
  @Mutation(() => ClaimManualPaymentResult)
  async claimManualPayment(
    @Ctx() ctx: Context,
    @Arg('input', () => ClaimManualPaymentInput) input: ClaimManualPaymentInput,
  ) {
    const outcome = await claimManualPayment(ctx, input);
    return isRefusal(outcome) ? outcome : invoiceView(ctx, outcome);
  }
}
