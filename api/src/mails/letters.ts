import { onBehalfOf } from '../acceptances/acceptance-of.ts';
import { agreementOf, snapshotOf } from '../acceptances/agreed.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { DocumentKind } from '../documents/documents.ts';
import type { InvoiceContent } from '../domain/invoice.ts';
import type { Language } from '../domain/language.ts';
import { initialChoices } from '../domain/options.ts';
import { quotePrice } from '../domain/pricing.ts';
import { answerMail } from '../letters/answer-mail.ts';
import { followUpMail } from '../letters/follow-up-mail.ts';
import { freshLinkMail } from '../letters/fresh-link-mail.ts';
import type { Letter } from '../letters/mail-parts.ts';
import { quoteLinkMail } from '../letters/quote-link-mail.ts';
import { signingCodeMail } from '../letters/signing-code-mail.ts';
import { signedQuoteMail } from '../letters/signed-quote-mail.ts';
import type { Mail } from './mail.entity.ts';
import { accountLetter, creditLetter, invoiceLetter, receiptLetter, refundLetter } from './money-letters.ts';

/** What a mail says, and which PDF comes with it. */
export type Written = { letter: Letter; attachment: { kind: DocumentKind; id: string } | null };

/** A mail to be written, in the language of its customer; `url` is the page that its button opens. */
export type MailToWrite = Row<Mail> & { language: Language; url: string };

/** Writes a mail from the records as they are. */
export function writeLetter(ctx: Ctx, mail: MailToWrite): Promise<Written> {
  switch (mail.kind) {
    case 'QUOTE_LINK':
      return quoteLetter(ctx, mail);
    case 'QUOTE_FOLLOW_UP':
    case 'QUOTE_EXPIRES_SOON':
      return followUpLetter(ctx, mail);
    case 'FRESH_LINK':
      return freshLetter(ctx, mail);
    case 'SIGNING_CODE':
      return codeLetter(ctx, mail);
    case 'QUOTE_ANSWER':
      return answerLetter(ctx, mail);
    case 'SIGNED_QUOTE':
      return signedLetter(ctx, mail);
    case 'INVOICE':
      return invoiceLetter(ctx, mail);
    case 'RECEIPT':
      return receiptLetter(ctx, mail);
    case 'CREDIT_NOTE':
      return creditLetter(ctx, mail);
    case 'REFUND':
      return refundLetter(ctx, mail);
    case 'ACCOUNT_LINK':
      return accountLetter(ctx, mail);
  }
}

const quoteOf = (ctx: Ctx, { quoteId }: MailToWrite) => ctx.load.quote.load(quoteId ?? '');

async function quoteLetter(ctx: Ctx, mail: MailToWrite): Promise<Written> {
  const quote = await quoteOf(ctx, mail);
  const snapshot = snapshotOf(quote);
  const choices = initialChoices(snapshot);
  const letter = quoteLinkMail({
    ...snapshot,
    quoteNumber: snapshot.number,
    price: quotePrice(snapshot, choices),
    choices,
    validUntil: quote.validUntil,
    language: mail.language,
    url: mail.url,
    locale: ctx.company.locale,
  });
  return { letter, attachment: null };
}

async function followUpLetter(ctx: Ctx, mail: MailToWrite): Promise<Written> {
  const quote = await quoteOf(ctx, mail);
  const snapshot = snapshotOf(quote);
  const letter = followUpMail({
    ...snapshot,
    quoteNumber: snapshot.number,
    validUntil: quote.validUntil,
    endsSoon: mail.kind === 'QUOTE_EXPIRES_SOON',
    language: mail.language,
    url: mail.url,
    locale: ctx.company.locale,
  });
  return { letter, attachment: null };
}

async function answerLetter(ctx: Ctx, mail: MailToWrite): Promise<Written> {
  const { author, text } = await ctx.load.quoteMessage.load(mail.quoteMessageId ?? '');
  const snapshot = snapshotOf(await quoteOf(ctx, mail));
  const letter = answerMail({
    ...snapshot,
    quoteNumber: snapshot.number,
    author,
    answer: text,
    language: mail.language,
    url: mail.url,
    locale: ctx.company.locale,
  });
  return { letter, attachment: null };
}

async function freshLetter(ctx: Ctx, mail: MailToWrite): Promise<Written> {
  const { language, url } = mail;
  const reader = { language, url, locale: ctx.company.locale };
  if (mail.invoiceId === null) {
    const { number, title, company, customer } = snapshotOf(await quoteOf(ctx, mail));
    const document = { kind: 'QUOTE', number } as const;
    return { letter: freshLinkMail({ company, customer, title, document, ...reader }), attachment: null };
  }
  const invoice = await ctx.load.invoice.load(mail.invoiceId);
  const { company, customer, subject } = JSON.parse(invoice.content) as InvoiceContent;
  const document = { kind: 'INVOICE', number: invoice.number ?? '' } as const;
  return {
    letter: freshLinkMail({ company, customer, title: subject, document, ...reader }),
    attachment: null,
  };
}

async function codeLetter(ctx: Ctx, mail: MailToWrite): Promise<Written> {
  const snapshot = snapshotOf(await quoteOf(ctx, mail));
  const letter = signingCodeMail({
    ...snapshot,
    quoteNumber: snapshot.number,
    language: mail.language,
    code: mail.token ?? '',
  });
  return { letter, attachment: null };
}

async function signedLetter(ctx: Ctx, mail: MailToWrite): Promise<Written> {
  const quote = await quoteOf(ctx, mail);
  const [acceptance] = await ctx.load.acceptancesOfQuote.load(quote.id);
  if (acceptance === undefined) throw new Error(`Quote ${quote.id} is not signed`);
  const { snapshot, price } = agreementOf(quote, acceptance);
  const first = (await ctx.load.invoicesOfQuote.load(quote.id)).find(({ number }) => number !== null);
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
        : {
            stageLabel: (JSON.parse(first.content) as InvoiceContent).stage?.label ?? '',
            amount: first.gross,
          },
    language: mail.language,
    url: mail.url,
    locale: ctx.company.locale,
  });
  return { letter, attachment: { kind: 'quotes', id: quote.id } };
}
