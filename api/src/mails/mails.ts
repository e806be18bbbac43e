import { sha256 } from '../sha256.ts';
import type { Ctx } from '../context.ts';

/** The mails about a quote and its invoices, newest first. A link that is still on its way is never shown. */
export async function mailsOfQuote(ctx: Ctx, quoteId: string) {
  const mails = await ctx.db.read
    .selectFrom('mail')
    .selectAll()
    .where('quoteId', '=', quoteId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return mails.map((mail) => ({
    id: mail.id,
    to: mail.recipient,
    subject: mail.subject ?? waitingSubjects[mail.kind],
    text: withoutToken(mail.text ?? '', mail.token),
    status: mail.status,
    queuedAt: mail.queuedAt,
    sentAt: mail.sentAt,
  }));
}

/** How a link is shown once its token must not be read any more. */
export function withoutToken(text: string, token: string | null): string {
  if (token === null) return text;
  // The hash of six digits would be as good as the digits.
  return text.replaceAll(token, /^\d+$/.test(token) ? '••••••' : `link-${sha256(token).slice(0, 16)}`);
}

const waitingSubjects = {
  QUOTE_LINK: 'Quote',
  QUOTE_FOLLOW_UP: 'Asking after the quote',
  QUOTE_EXPIRES_SOON: 'The quote ends soon',
  QUOTE_ANSWER: 'Answer about the quote',
  FRESH_LINK: 'Fresh link',
  SIGNING_CODE: 'Code for signing',
  SIGNED_QUOTE: 'Signed quote',
  INVOICE: 'Invoice',
  RECEIPT: 'Receipt',
} as const;
