import { onBehalfOf } from '../acceptances/acceptance-of.ts';
import { agreementOf, snapshotOf } from '../acceptances/agreed.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { InvoiceContent } from '../domain/invoice.ts';
import { initialChoices } from '../domain/options.ts';
import { quotePrice } from '../domain/pricing.ts';
import { answerMail } from '../letters/answer-mail.ts';
import { followUpMail } from '../letters/follow-up-mail.ts';
import { freshLinkMail } from '../letters/fresh-link-mail.ts';
import { invoiceMail } from '../letters/invoice-mail.ts';
import type { Letter } from '../letters/mail-parts.ts';
import { quoteLinkMail } from '../letters/quote-link-mail.ts';
import { receiptMail } from '../letters/receipt-mail.ts';
import { signingCodeMail } from '../letters/signing-code-mail.ts';
import { signedQuoteMail } from '../letters/signed-quote-mail.ts';
import type { DocumentKind } from '../documents/documents.ts';
import type { ReceiptContent } from '../payments/receipt-content.ts';
import type { Mail } from './mail.entity.ts';

/** What a mail says, and which PDF comes with it. */
export type Written = { letter: Letter; attachment: { kind: DocumentKind; id: string } | null };

/** Writes a mail from the records as they are. `url` is the page that its button opens. */
export function writeLetter(ctx: Ctx, mail: Row<Mail>, url: string): Promise<Written> {
  switch (mail.kind) {
    case 'QUOTE_LINK':
      return quoteLetter(ctx, mail, url);
    case 'QUOTE_FOLLOW_UP':
    case 'QUOTE_EXPIRES_SOON':
      return followUpLetter(ctx, mail, url);
    case 'FRESH_LINK':
      return freshLetter(ctx, mail, url);
    case 'SIGNING_CODE':
      return codeLetter(ctx, mail);
    case 'QUOTE_ANSWER':
      return answerLetter(ctx, mail, url);
    case 'SIGNED_QUOTE':
      return signedLetter(ctx, mail, url);
    case 'INVOICE':
      return invoiceLetter(ctx, mail, url);
    case 'RECEIPT':
      return receiptLetter(ctx, mail, url);
  }
}

async function quoteLetter(ctx: Ctx, mail: Row<Mail>, url: string): Promise<Written> {
  const quote = await ctx.load.quote.load(mail.quoteId);
  const snapshot = snapshotOf(quote);
  const choices = initialChoices(snapshot);
  const letter = quoteLinkMail({
    ...snapshot,
    quoteNumber: snapshot.number,
    price: quotePrice(snapshot, choices),
    hasOptions: snapshot.options.length > 0,
    startsChosen: choices.length > 0,
    validUntil: quote.validUntil,
    url,
    locale: ctx.company.locale,
  });
  return { letter, attachment: null };
}

async function followUpLetter(ctx: Ctx, mail: Row<Mail>, url: string): Promise<Written> {
  const quote = await ctx.load.quote.load(mail.quoteId);
  const snapshot = snapshotOf(quote);
  const letter = followUpMail({
    ...snapshot,
    quoteNumber: snapshot.number,
    validUntil: quote.validUntil,
    endsSoon: mail.kind === 'QUOTE_EXPIRES_SOON',
    url,
    locale: ctx.company.locale,
  });
  return { letter, attachment: null };
}

async function answerLetter(ctx: Ctx, mail: Row<Mail>, url: string): Promise<Written> {
  const quote = await ctx.load.quote.load(mail.quoteId);
  const { author, text } = await ctx.load.quoteMessage.load(mail.quoteMessageId ?? '');
  const snapshot = snapshotOf(quote);
  const letter = answerMail({
    ...snapshot,
    quoteNumber: snapshot.number,
    author,
    answer: text,
    url,
    locale: ctx.company.locale,
  });
  return { letter, attachment: null };
}

async function freshLetter(ctx: Ctx, mail: Row<Mail>, url: string): Promise<Written> {
  const snapshot = snapshotOf(await ctx.load.quote.load(mail.quoteId));
  const invoice = mail.invoiceId === null ? null : await ctx.load.invoice.load(mail.invoiceId);
  const letter = freshLinkMail({
    ...snapshot,
    document: invoice === null ? `quote ${snapshot.number}` : `invoice ${invoice.number}`,
    url,
    locale: ctx.company.locale,
  });
  return { letter, attachment: null };
}

async function codeLetter(ctx: Ctx, mail: Row<Mail>): Promise<Written> {
  const snapshot = snapshotOf(await ctx.load.quote.load(mail.quoteId));
  const letter = signingCodeMail({
    ...snapshot,
    quoteNumber: snapshot.number,
    code: mail.token ?? '',
  });
  return { letter, attachment: null };
}

async function signedLetter(ctx: Ctx, mail: Row<Mail>, url: string): Promise<Written> {
  const quote = await ctx.load.quote.load(mail.quoteId);
  const [acceptance] = await ctx.load.acceptancesOfQuote.load(quote.id);
  if (acceptance === undefined) throw new Error(`Quote ${quote.id} is not signed`);
  const { snapshot, price } = agreementOf(quote, acceptance);
  const [first] = await ctx.load.invoicesOfQuote.load(quote.id);
  const letter = signedQuoteMail({
    ...snapshot,
    quoteNumber: snapshot.number,
    price,
    signerName: acceptance.signerName,
    onBehalf: onBehalfOf(acceptance),
    signedAt: new Date(acceptance.signedAt),
    evidenceHash: acceptance.evidenceHash,
    firstInvoice:
      first === undefined
        ? null
        : { stageLabel: (JSON.parse(first.content) as InvoiceContent).stageLabel, amount: first.gross },
    url,
    locale: ctx.company.locale,
  });
  return { letter, attachment: { kind: 'quotes', id: quote.id } };
}

async function invoiceLetter(ctx: Ctx, mail: Row<Mail>, url: string): Promise<Written> {
  const invoice = await ctx.load.invoice.load(mail.invoiceId ?? '');
  const content = JSON.parse(invoice.content) as InvoiceContent;
  const letter = invoiceMail({
    ...content,
    invoiceNumber: invoice.number,
    dueDate: invoice.dueDate,
    url,
    locale: ctx.company.locale,
  });
  return { letter, attachment: { kind: 'invoices', id: invoice.id } };
}

async function receiptLetter(ctx: Ctx, mail: Row<Mail>, url: string): Promise<Written> {
  const invoice = await ctx.load.invoice.load(mail.invoiceId ?? '');
  const receipt = await ctx.load.receipt.load(mail.receiptId ?? '');
  const { quoteTitle, stageLabel } = JSON.parse(invoice.content) as InvoiceContent;
  const letter = receiptMail({
    ...(JSON.parse(receipt.content) as ReceiptContent),
    receiptNumber: receipt.number,
    quoteTitle,
    stageLabel,
    url,
    locale: ctx.company.locale,
  });
  return { letter, attachment: { kind: 'receipts', id: receipt.id } };
}
