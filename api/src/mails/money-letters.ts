import type { Ctx } from '../context.ts';
import type { CreditNoteContent } from '../domain/credit-note.ts';
import type { InvoiceContent } from '../domain/invoice.ts';
import { clientOf } from '../customers/client-of.ts';
import { accountMail } from '../letters/account-mail.ts';
import { creditNoteMail } from '../letters/credit-note-mail.ts';
import { invoiceMail, whatFor } from '../letters/invoice-mail.ts';
import { receiptMail } from '../letters/receipt-mail.ts';
import { refundMail } from '../letters/refund-mail.ts';
import { issuedOf } from '../invoices/issued.ts';
import type { ReceiptContent } from '../payments/receipt-content.ts';
import { partyOf } from '../settings/party.ts';
import type { MailToWrite, Written } from './letters.ts';

const reader = (ctx: Ctx, { language, url }: MailToWrite) => ({ language, url, locale: ctx.company.locale });

export async function invoiceLetter(ctx: Ctx, mail: MailToWrite): Promise<Written> {
  const invoice = issuedOf(await ctx.load.invoice.load(mail.invoiceId ?? ''));
  const letter = invoiceMail({
    ...(JSON.parse(invoice.content) as InvoiceContent),
    invoiceNumber: invoice.number,
    dueDate: invoice.dueDate,
    ...reader(ctx, mail),
  });
  return { letter, attachment: { kind: 'invoices', id: invoice.id } };
}

export async function receiptLetter(ctx: Ctx, mail: MailToWrite): Promise<Written> {
  const invoice = await ctx.load.invoice.load(mail.invoiceId ?? '');
  const receipt = await ctx.load.receipt.load(mail.receiptId ?? '');
  const letter = receiptMail({
    ...(JSON.parse(receipt.content) as ReceiptContent),
    receiptNumber: receipt.number,
    whatFor: whatFor(JSON.parse(invoice.content) as InvoiceContent),
    ...reader(ctx, mail),
  });
  return { letter, attachment: { kind: 'receipts', id: receipt.id } };
}

export async function creditLetter(ctx: Ctx, mail: MailToWrite): Promise<Written> {
  const note = await ctx.db.read
    .selectFrom('creditNote')
    .select(['id', 'number', 'content'])
    .where('id', '=', mail.creditNoteId ?? '')
    .executeTakeFirstOrThrow();
  const letter = creditNoteMail({
    ...(JSON.parse(note.content) as CreditNoteContent),
    creditNoteNumber: note.number,
    ...reader(ctx, mail),
  });
  return { letter, attachment: { kind: 'credit-notes', id: note.id } };
}

export async function refundLetter(ctx: Ctx, mail: MailToWrite): Promise<Written> {
  const refund = await refundOf(ctx, mail.refundId ?? '');
  const payment = await ctx.load.payment.load(refund.paymentId);
  const invoice = issuedOf(await ctx.load.invoice.load(refund.invoiceId));
  const { company, customer } = JSON.parse(invoice.content) as InvoiceContent;
  const letter = refundMail({
    ...refund,
    company,
    customer,
    invoiceNumber: invoice.number,
    paidOn: payment.receivedOn ?? invoice.issueDate,
    ...reader(ctx, mail),
  });
  const { creditNoteId } = refund;
  return { letter, attachment: creditNoteId === null ? null : { kind: 'credit-notes', id: creditNoteId } };
}

const refundOf = (ctx: Ctx, id: string) =>
  ctx.db.read
    .selectFrom('refund')
    .leftJoin('creditNote', 'creditNote.id', 'refund.creditNoteId')
    .selectAll('refund')
    .select('creditNote.number as creditNoteNumber')
    .where('refund.id', '=', id)
    .executeTakeFirstOrThrow();

export async function accountLetter(ctx: Ctx, mail: MailToWrite): Promise<Written> {
  const customer = clientOf(await ctx.load.customer.load(mail.customerId));
  const letter = accountMail({ company: partyOf(ctx.company), customer, ...reader(ctx, mail) });
  return { letter, attachment: null };
}
