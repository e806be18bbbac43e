/** What a mail is about; each kind has its letter in letters/. */
export type MailKind =
  | 'QUOTE_LINK'
  | 'QUOTE_FOLLOW_UP'
  | 'QUOTE_EXPIRES_SOON'
  | 'QUOTE_ANSWER'
  | 'FRESH_LINK'
  | 'SIGNING_CODE'
  | 'SIGNED_QUOTE'
  | 'INVOICE'
  | 'RECEIPT';
