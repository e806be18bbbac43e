/** What a mail is about; each kind has its letter in letters/. */
export type MailKind = 'QUOTE_LINK' | 'SIGNED_QUOTE' | 'INVOICE' | 'RECEIPT';
