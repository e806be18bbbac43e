import { invoiceOfStage } from '../../api/src/domain/invoice.ts';
import type { Language } from '../../api/src/domain/language.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { quotePrice } from '../../api/src/domain/pricing.ts';
import { accountMail } from '../../api/src/letters/account-mail.ts';
import { answerMail } from '../../api/src/letters/answer-mail.ts';
import { creditNoteMail, type CreditNoteNotice } from '../../api/src/letters/credit-note-mail.ts';
import { followUpMail } from '../../api/src/letters/follow-up-mail.ts';
import { freshLinkMail } from '../../api/src/letters/fresh-link-mail.ts';
import { invoiceMail, type InvoiceNotice } from '../../api/src/letters/invoice-mail.ts';
import type { Letter } from '../../api/src/letters/mail-parts.ts';
import { quoteLinkMail, type QuoteLink } from '../../api/src/letters/quote-link-mail.ts';
import { receiptMail, type ReceiptNotice } from '../../api/src/letters/receipt-mail.ts';
import { refundMail, type RefundNotice } from '../../api/src/letters/refund-mail.ts';
import { signedQuoteMail, type SignedQuote } from '../../api/src/letters/signed-quote-mail.ts';
import { signingCodeMail } from '../../api/src/letters/signing-code-mail.ts';
import { aSnapshot, company, customer } from './samples.ts';

export const url = 'https://quotes.harbourpine.example/q/#Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE';

/** What each mail is made of, for a customer of this language. */
export function noticesIn(language: Language) {
  const reader = { company, customer: { ...customer, language }, language, url, locale: 'en-AU' };
  const snapshot = aSnapshot({ customer: reader.customer });
  const agreed = quotePrice(snapshot, [{ optionId: 'option-1', quantity: 1 }]);
  const about = { quoteNumber: 'QT-SILVADENTAL-0001-1', title: 'Website migration', currency: 'AUD' };
  const deposit = invoiceOfStage({
    snapshot,
    agreedTotals: agreed.totals,
    position: 1,
    bankDetails: ['BSB: 062-000', 'Account: 1234 5678'],
    bankAccount: null,
    earlier: [],
    reductions: [],
    terms: null,
  });
  const quote: QuoteLink = {
    ...reader,
    ...about,
    change: null,
    price: quotePrice(snapshot, []),
    groups: [],
    options: snapshot.options,
    choices: [],
    validUntil: localDate('2026-12-21'),
    timeZone: 'Australia/Sydney',
  };
  const signed: SignedQuote = {
    ...reader,
    ...about,
    price: agreed,
    signerName: 'Ana Silva',
    onBehalf: null,
    signedAt: new Date('2026-11-21T08:15:30.000Z'),
    timeZone: 'Australia/Sydney',
    evidenceHash: '2c26b46b68ffc68f',
    stages: snapshot.stages,
    firstInvoice: { stageLabel: 'Deposit', amount: deposit.totals.gross },
  };
  const invoice: InvoiceNotice = {
    ...deposit,
    ...reader,
    invoiceNumber: 'INV-2026-0001',
    dueDate: localDate('2026-12-05'),
  };
  const receipt: ReceiptNotice = {
    ...reader,
    receiptNumber: 'RC-2026-0001',
    invoiceNumber: 'INV-2026-0001',
    whatFor: 'Website migration, Deposit',
    currency: 'AUD',
    amount: deposit.totals.gross,
    toCredit: minor(0),
    method: 'CARD',
    reference: 'pi_3Abc',
    receivedOn: localDate('2026-11-22'),
    balanceAfter: minor(0),
  };
  const credit: CreditNoteNotice = {
    ...reader,
    creditNoteNumber: 'CN-2026-0001',
    invoiceNumber: 'INV-2026-0001',
    currency: 'AUD',
    totals: deposit.totals,
    reason: 'Two forms less',
    toCredit: minor(0),
    balanceAfter: minor(92470),
  };
  const refund: RefundNotice = {
    ...reader,
    invoiceNumber: 'INV-2026-0001',
    creditNoteNumber: 'CN-2026-0001',
    currency: 'AUD',
    amount: minor(20000),
    method: 'CARD',
    reference: 're_3Abc',
    reason: 'Two forms less',
    paidOn: localDate('2026-11-22'),
  };
  return { reader, about, quote, signed, invoice, receipt, credit, refund };
}

const aChange = { of: 'QT-SILVADENTAL-0001-1', kind: 'ADDITION', contractBefore: minor(374900) } as const;

/** Every mail to a customer that there is, in this language, by what it is. */
export function mailsIn(language: Language): [name: string, mail: Letter][] {
  const { reader, about, quote, signed, invoice, receipt, credit, refund } = noticesIn(language);
  const { validUntil, timeZone } = quote;
  const followUp = { ...reader, ...about, validUntil, timeZone };
  const { title } = about;
  const one = signed.stages.slice(0, 1);
  const rest = { balanceAfter: minor(2470), reference: null };
  return [
    ['quote', quoteLinkMail(quote)],
    ['addition', quoteLinkMail({ ...quote, change: aChange })],
    ['reduction', quoteLinkMail({ ...quote, change: { ...aChange, kind: 'REDUCTION' } })],
    ['quote without options', quoteLinkMail({ ...quote, options: [] })],
    ['follow-up', followUpMail({ ...followUp, endsSoon: false })],
    ['notice before the end', followUpMail({ ...followUp, endsSoon: true })],
    ['answer', answerMail({ ...reader, ...about, author: 'Olivia Hart', answer: 'Zwq.\nQwz.' })],
    ['fresh link', freshLinkMail({ ...reader, title, document: { kind: 'QUOTE', number: 'QT-1' } })],
    [
      'fresh link of an invoice',
      freshLinkMail({ ...reader, title, document: { kind: 'INVOICE', number: 'I-1' } }),
    ],
    ['account', accountMail(reader)],
    ['code', signingCodeMail({ ...reader, ...about, code: '123456' })],
    ['signed quote', signedQuoteMail(signed)],
    ['signed quote of one stage', signedQuoteMail({ ...signed, stages: one })],
    ['signed quote without an invoice', signedQuoteMail({ ...signed, firstInvoice: null })],
    ['signed quote of one stage later', signedQuoteMail({ ...signed, firstInvoice: null, stages: one })],
    ['signed quote without stages', signedQuoteMail({ ...signed, firstInvoice: null, stages: [] })],
    [
      'quote accepted on behalf',
      signedQuoteMail({ ...signed, onBehalf: { signedOn: localDate('2026-11-20') } }),
    ],
    ['invoice', invoiceMail(invoice)],
    ['free invoice', invoiceMail({ ...invoice, stage: null, bankDetails: [] })],
    ['receipt', receiptMail(receipt)],
    ['receipt of a part', receiptMail({ ...receipt, ...rest, method: 'CASH' })],
    ['receipt of more', receiptMail({ ...receipt, toCredit: minor(500), method: 'BANK_TRANSFER' })],
    ['credit note', creditNoteMail(credit)],
    [
      'credit note of paid money',
      creditNoteMail({ ...credit, toCredit: minor(500), balanceAfter: minor(0) }),
    ],
    ['refund to a card', refundMail(refund)],
    ['refund by hand', refundMail({ ...refund, method: 'CASH', reference: null, creditNoteNumber: null })],
  ];
}
