import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import type { CreditNoteContent } from '../domain/credit-note.ts';
import { money, totalsView } from '../graphql/views.ts';
import { creditInvoice } from './credit-invoice.ts';
import type { CreditNote } from './credit-note.entity.ts';
import { CreditInvoiceInput, CreditInvoiceResult, CreditNoteType } from './credit-note.type.ts';

const contentOf = (note: Row<CreditNote>): CreditNoteContent => JSON.parse(note.content) as CreditNoteContent;

@Resolver(() => CreditNoteType)
export class CreditNoteResolver {
  @Mutation(() => CreditInvoiceResult)
  creditInvoice(@Ctx() ctx: Context, @Arg('input', () => CreditInvoiceInput) input: CreditInvoiceInput) {
    return creditInvoice(ctx, input);
  }

  @FieldResolver() invoice(@Root() note: Row<CreditNote>, @Ctx() ctx: Context) {
    return ctx.load.invoice.load(note.invoiceId);
  }
  @FieldResolver() customer(@Root() note: Row<CreditNote>, @Ctx() ctx: Context) {
    return ctx.load.customer.load(note.customerId);
  }
  @FieldResolver() lines(@Root() note: Row<CreditNote>) {
    return contentOf(note).lines.map(({ net, tax, gross, ...line }) => ({
      ...line,
      net: money(net, note.currency),
      tax: money(tax, note.currency),
      gross: money(gross, note.currency),
    }));
  }
  @FieldResolver() totals(@Root() note: Row<CreditNote>) {
    return totalsView(contentOf(note).totals, note.currency);
  }
  @FieldResolver() pdfUrl(@Root() note: Row<CreditNote>, @Ctx() ctx: Context) {
    return documentAddress(ctx, 'credit-notes', note.id);
  }
}
