import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { InvoiceStepResult } from '../invoices/invoice-input.type.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';
import { linksOfInvoice, revokeInvoiceLink, sendInvoiceLink } from './invoice-links.ts';
import { CustomerLinkType, RevokeInvoiceLinkInput, SendInvoiceLinkInput } from './link.type.ts';

@Resolver(() => InvoiceType)
export class InvoiceLinkResolver {
  @Mutation(() => InvoiceStepResult)
  revokeInvoiceLink(
    @Ctx() ctx: Context,
    @Arg('input', () => RevokeInvoiceLinkInput) input: RevokeInvoiceLinkInput,
  ) {
    return revokeInvoiceLink(ctx, input);
  }
  @Mutation(() => InvoiceStepResult)
  sendInvoiceLink(
    @Ctx() ctx: Context,
    @Arg('input', () => SendInvoiceLinkInput) input: SendInvoiceLinkInput,
  ) {
    return sendInvoiceLink(ctx, input);
  }
  @FieldResolver(() => [CustomerLinkType]) links(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return linksOfInvoice(ctx, invoice);
  }
}
