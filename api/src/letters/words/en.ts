import { enPapers } from './en-papers.ts';

/**
 * Everything that letters say in English. The other languages have the same shape, so a word that one of them lacks does
 * not compile. Amounts, days and numbers come as text that is already written in the reader's way.
 */
export const en = {
  ...enPapers,

  hello: (name: string) => `Hello ${name},`,
  questions: (phone: string) =>
    `Any questions? Just reply to this mail${phone === '' ? '' : ` or call ${phone}`}.`,

  quoteMail: {
    subject: (number: string, company: string, title: string) => `Quote ${number} from ${company}: ${title}`,
    opening: (company: string, title: string) => `${company} has prepared a quote for you: ${title}.`,
    button: 'Read and sign the quote',
    next: (hasOptions: boolean) =>
      `What happens next: on that page you can read everything, ${hasOptions ? 'choose the options that you want, see the total change, ' : ''}and sign with your name. Nothing is agreed before you sign. Afterwards you get the signed quote by mail.`,
    private: 'The link is yours alone: whoever has it can read the quote, so please do not pass it on.',
  },

  changeMail: {
    subject: (number: string, company: string, title: string) =>
      `Change to your order from ${company}, ${number}: ${title}`,
    opening: (company: string, title: string, original: string) =>
      `${company} has prepared a change to quote ${original}, which you signed: ${title}.`,
  },

  followUpMail: {
    subject: (number: string, title: string) => `Your quote ${number}: ${title}`,
    subjectEnds: (number: string, title: string) => `Quote ${number} ends soon: ${title}`,
    opening: (title: string) =>
      `A few days ago we sent you our quote for ${title}. Is there anything that we can explain, or that you would like to change?`,
    openingEnds: (title: string, until: string) =>
      `Our quote for ${title} can be signed until ${until}. After that day we would have to check the prices again.`,
    button: 'Open the quote',
    next: 'On that page you can sign, ask a question, ask for a change or tell us that you do not want it. As soon as we hear from you, these mails stop.',
  },

  answerMail: {
    subject: (number: string, title: string) => `About quote ${number}: ${title}`,
    opening: (author: string, company: string) => `${author} of ${company} has answered you:`,
    button: 'Open the quote',
  },

  freshLinkMail: {
    toQuote: (number: string) => `to quote ${number}`,
    toInvoice: (number: string) => `to invoice ${number}`,
    subject: (to: string) => `Your link ${to}`,
    opening: (to: string, title: string) => `Here is a fresh link ${to}: ${title}.`,
    button: 'Open it',
    next: 'If you did not ask for it, you can ignore this mail: the link came to you and to nobody else.',
  },

  accountMail: {
    subject: (company: string) => `Your account with ${company}`,
    opening: (company: string) =>
      `Here is your link to everything between you and ${company}: your quotes, invoices, payments and receipts.`,
    button: 'Open your account',
    private: 'The link is yours alone: whoever has it can read these documents, so please do not pass it on.',
    next: 'If you did not ask for it, you can ignore this mail: the link came to you and to nobody else.',
  },

  codeMail: {
    subject: (number: string) => `Your code for signing quote ${number}`,
    opening: (title: string) => `Please enter this code on the page of the quote for ${title}:`,
    goodFor: 'Good for',
    minutes: (count: number) => `${count} minutes`,
    next: 'If you did not ask for a code, somebody else has the link to your quote. Please tell us; nothing is signed without this code.',
  },

  signedMail: {
    subject: (number: string, company: string) => `Signed: quote ${number} from ${company}`,
    opening: (title: string, company: string) =>
      `Thank you. The quote for ${title} is signed by you and countersigned by ${company}. The signed quote is attached as a PDF; please keep it.`,
    fingerprint: 'Fingerprint of the signature record',
    button: 'See the signed quote',
    subjectAccepted: (number: string, company: string) => `Accepted: quote ${number} from ${company}`,
    openingAccepted: (signer: string, title: string, day: string) =>
      `Thank you. We have noted that ${signer} accepted the quote for ${title} on ${day}. The accepted quote is attached as a PDF; please keep it. If this is not what you agreed to, please tell us at once.`,
    fingerprintAccepted: 'Fingerprint of the acceptance record',
    buttonAccepted: 'See the accepted quote',
    nextWork: 'What happens next: we start work.',
    nextInvoice: 'What happens next: we start work, and the invoice comes as the payment plan says.',
    nextInvoices: 'What happens next: we start work, and each stage is invoiced as the payment plan says.',
    nextOnly: (label: string, amount: string) =>
      `What happens next: the invoice, ${label}, ${amount}, comes in a mail of its own.`,
    nextFirst: (label: string, amount: string) =>
      `What happens next: the first invoice, ${label}, ${amount}, comes in a mail of its own. Later stages are invoiced as the payment plan says.`,
  },

  invoiceMail: {
    subject: (number: string, company: string, amount: string, day: string) =>
      `Invoice ${number} from ${company}: ${amount}, due ${day}`,
    opening: (what: string) => `Here is the invoice for ${what}. It is attached as a PDF as well.`,
    button: 'See and pay the invoice',
    transfer: (details: string, reference: string) => `By bank transfer: ${details}; reference ${reference}.`,
    next: 'What happens next: once the money has arrived, you get a receipt by mail.',
  },

  receiptMail: {
    subject: (number: string, company: string, amount: string) =>
      `Receipt ${number} from ${company}: ${amount} received`,
    opening: (what: string) =>
      `Thank you, your payment for ${what} has arrived. The receipt is attached as a PDF.`,
    stillOpen: 'Still open on this invoice',
    button: 'See the receipt',
    nextNothing: (invoice: string) =>
      `What happens next: nothing is left to pay on ${invoice}; there is nothing for you to do.`,
    nextRest: (amount: string, invoice: string) =>
      `What happens next: ${amount} of ${invoice} is still to be paid.`,
    credit: (amount: string) =>
      `You paid ${amount} more than was open. We keep it as your credit for the next invoice, or pay it back if you ask us.`,
  },

  creditMail: {
    subject: (number: string, company: string, amount: string) =>
      `Credit note ${number} from ${company}: ${amount}`,
    opening: (invoice: string) =>
      `We have corrected invoice ${invoice}. The credit note is attached as a PDF; please keep it with the invoice.`,
    button: 'See the invoice',
    nextNothing: (invoice: string) =>
      `What happens next: nothing is left to pay on ${invoice}; there is nothing for you to do.`,
    nextRest: (amount: string, invoice: string) =>
      `What happens next: ${amount} of ${invoice} is still to be paid.`,
    freed: (amount: string) =>
      `${amount} of it had been paid already. We keep it as your credit for the next invoice, or pay it back if you ask us.`,
  },

  refundMail: {
    subject: (company: string, amount: string) => `Refund from ${company}: ${amount}`,
    opening: (amount: string) => `We have paid ${amount} back to you.`,
    amount: 'Amount refunded',
    way: 'Paid back by',
    payment: 'Your payment of',
    button: 'See the invoice',
    nextCard:
      'What happens next: the amount appears on the card that you paid with, as a rule within ten days. There is nothing for you to do.',
    nextOther:
      'What happens next: the amount arrives in the way that we agreed on. There is nothing for you to do.',
  },

  statementMail: {
    subject: (company: string, day: string) => `Statement of account from ${company}, ${day}`,
    opening: 'Here is the statement of your account. It is attached as a PDF.',
    button: 'Open your account',
    nextOwed: (amount: string) =>
      `What happens next: please pay ${amount}, unless it is on its way already. Your account shows each open invoice and how to pay it.`,
    nextNothing: 'What happens next: nothing is open; there is nothing for you to do.',
  },
};

/** What every language has to say. */
export type Words = typeof en;
