import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { signQuote } from '../acceptances/sign-quote.ts';
import type { Ctx as Context } from '../context.ts';
import { isRefusal } from '../domain/refusal.ts';
import { recordVisit } from '../links/record-visit.ts';
import { requestFreshLink } from '../links/request-fresh-link.ts';
import { askAboutQuote } from '../messages/ask-about-quote.ts';
import { declineQuote } from '../messages/decline-quote.ts';
import { requestFreshQuote } from '../messages/request-fresh-quote.ts';
import { claimManualPayment } from '../payments/claims.ts';
import { startPayment } from '../payments/start-payment.ts';
import {
  AskAboutQuoteInput,
  ClaimManualPaymentInput,
  ClaimManualPaymentResult,
  DeclineQuoteInput,
  PortalQuoteResult,
  RecordVisitInput,
  RequestFreshLinkInput,
  RequestFreshQuoteInput,
  RequestSigningCodeInput,
  RequestSigningCodeResult,
  SignQuoteInput,
  SignQuoteResult,
  StartPaymentInput,
  StartPaymentResult,
} from './portal-input.type.ts';
import { invoiceView, portalInvoice } from './portal-invoice.ts';
import { PortalInvoiceType } from './portal-invoice.type.ts';
import { portalQuote } from './portal-quote.ts';
import { PortalQuoteType } from './portal-quote.type.ts';
import { requestSigningCode } from '../signing-codes/request-signing-code.ts';
import { invoicePreview } from './invoice-preview.ts';
import { InvoicePreviewType } from './invoice-preview.type.ts';
import { quotePreview } from './quote-preview.ts';
import { portalReceipt } from './portal-receipt.ts';
import { portalRecords } from './portal-records.ts';
import { PortalRecordsType } from './portal-records.type.ts';
import { PortalReceiptType } from './portal-receipt.type.ts';
import { verifyDocument } from './verify-document.ts';
import { VerifyDocumentInput, VerifyDocumentResult } from './verify-document.type.ts';

/** The customer's door: everything here is scoped by the link, nothing takes an id of ours. */
@Resolver()
export class PortalResolver {
  @Query(() => PortalQuoteType)
  portalQuote(
    @Ctx() ctx: Context,
    @Arg('number', () => String, { nullable: true }) number: string | null | undefined,
  ) {
    return portalQuote(ctx, number ?? null);
  }
  @Query(() => PortalQuoteType)
  quotePreview(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return quotePreview(ctx, id);
  }
  @Query(() => InvoicePreviewType)
  invoicePreview(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return invoicePreview(ctx, id);
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
  @Query(() => PortalRecordsType)
  portalRecords(@Ctx() ctx: Context) {
    return portalRecords(ctx);
  }
  @Query(() => VerifyDocumentResult)
  verifyDocument(@Ctx() ctx: Context, @Arg('input', () => VerifyDocumentInput) input: VerifyDocumentInput) {
    return verifyDocument(ctx, input);
  }
  @Mutation(() => SignQuoteResult)
  async signQuote(@Ctx() ctx: Context, @Arg('input', () => SignQuoteInput) input: SignQuoteInput) {
    const outcome = await signQuote(ctx, input);
    return isRefusal(outcome) ? outcome : portalQuote(ctx, input.number);
  }
  @Mutation(() => RequestSigningCodeResult)
  requestSigningCode(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestSigningCodeInput) input: RequestSigningCodeInput,
  ) {
    return requestSigningCode(ctx, input);
  }
  @Mutation(() => Boolean)
  recordVisit(@Ctx() ctx: Context, @Arg('input', () => RecordVisitInput) input: RecordVisitInput) {
    return recordVisit(ctx, input);
  }
  @Mutation(() => Boolean)
  requestFreshLink(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestFreshLinkInput) input: RequestFreshLinkInput,
  ) {
    return requestFreshLink(ctx, input);
  }
  @Mutation(() => PortalQuoteResult)
  async askAboutQuote(
    @Ctx() ctx: Context,
    @Arg('input', () => AskAboutQuoteInput) input: AskAboutQuoteInput,
  ) {
    return (await askAboutQuote(ctx, input)) ?? portalQuote(ctx, input.number);
  }
  @Mutation(() => PortalQuoteResult)
  async declineQuote(@Ctx() ctx: Context, @Arg('input', () => DeclineQuoteInput) input: DeclineQuoteInput) {
    return (await declineQuote(ctx, input)) ?? portalQuote(ctx, input.number);
  }
  @Mutation(() => PortalQuoteResult)
  async requestFreshQuote(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestFreshQuoteInput) input: RequestFreshQuoteInput,
  ) {
    return (await requestFreshQuote(ctx, input)) ?? portalQuote(ctx, input.number);
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
