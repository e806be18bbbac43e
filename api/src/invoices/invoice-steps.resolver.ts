import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import { applyCredit } from './apply-credit.ts';
import { approveInvoice } from './approve-invoice.ts';
import { createFreeInvoice } from './create-free-invoice.ts';
import {
  ApplyCreditInput,
  ApproveInvoiceInput,
  CreateFreeInvoiceInput,
  CreateFreeInvoiceResult,
  InvoiceReasonInput,
  InvoiceStepResult,
  IssueStageInvoiceInput,
  IssueStageInvoiceResult,
  UpdateInvoiceDraftInput,
} from './invoice-input.type.ts';
import { issueStageInvoice } from './issue-stage-invoice.ts';
import { returnInvoice } from './return-invoice.ts';
import { updateInvoiceDraft } from './update-invoice-draft.ts';
import { voidInvoice } from './void-invoice.ts';
import { writeOffInvoice } from './write-off-invoice.ts';

/** What can be done with invoices; what an invoice is made of is in invoice.resolver.ts. */
@Resolver()
export class InvoiceStepsResolver {
  @Mutation(() => IssueStageInvoiceResult)
  issueStageInvoice(
    @Ctx() ctx: Context,
    @Arg('input', () => IssueStageInvoiceInput) input: IssueStageInvoiceInput,
  ) {
    return issueStageInvoice(ctx, input);
  }
  @Mutation(() => CreateFreeInvoiceResult)
  createFreeInvoice(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateFreeInvoiceInput) input: CreateFreeInvoiceInput,
  ) {
    return createFreeInvoice(ctx, input);
  }
  @Mutation(() => InvoiceStepResult)
  updateInvoiceDraft(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateInvoiceDraftInput) input: UpdateInvoiceDraftInput,
  ) {
    return updateInvoiceDraft(ctx, input);
  }
  @Mutation(() => InvoiceStepResult)
  approveInvoice(@Ctx() ctx: Context, @Arg('input', () => ApproveInvoiceInput) input: ApproveInvoiceInput) {
    return approveInvoice(ctx, input);
  }
  @Mutation(() => InvoiceStepResult)
  returnInvoice(@Ctx() ctx: Context, @Arg('input', () => InvoiceReasonInput) input: InvoiceReasonInput) {
    return returnInvoice(ctx, input);
  }
  @Mutation(() => InvoiceStepResult)
  voidInvoice(@Ctx() ctx: Context, @Arg('input', () => InvoiceReasonInput) input: InvoiceReasonInput) {
    return voidInvoice(ctx, input);
  }
  @Mutation(() => InvoiceStepResult)
  writeOffInvoice(@Ctx() ctx: Context, @Arg('input', () => InvoiceReasonInput) input: InvoiceReasonInput) {
    return writeOffInvoice(ctx, input);
  }
  @Mutation(() => InvoiceStepResult)
  applyCredit(@Ctx() ctx: Context, @Arg('input', () => ApplyCreditInput) input: ApplyCreditInput) {
    return applyCredit(ctx, input);
  }
}
