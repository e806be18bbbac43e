import PostalMime from 'postal-mime';
import type { Address, Email } from 'postal-mime';

export type ReceivedAttachment = { filename: string; contentType: string; content: Buffer };

export type ReceivedMail = {
  id: string;
  receivedAt: Date;
  /** From the envelope: who really gets it, whatever the headers say. */
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  headers: { name: string; value: string }[];
  attachments: ReceivedAttachment[];
};

/** A mail in the list. */
export type MailSummary = Pick<ReceivedMail, 'id' | 'receivedAt' | 'to' | 'subject' | 'text'> & {
  attachmentCount: number;
};

export function summaryOf({ id, receivedAt, to, subject, text, attachments }: ReceivedMail): MailSummary {
  return { id, receivedAt, to, subject, text, attachmentCount: attachments.length };
}

/** A raw mail as people read it. What cannot be parsed is shown as the text that it is. */
export async function readMail(id: string, raw: Buffer): Promise<ReceivedMail> {
  const email = await PostalMime.parse(raw).catch((): Email => ({
    headers: [],
    headerLines: [],
    attachments: [],
    text: raw.toString('latin1'),
  }));
  return {
    id,
    receivedAt: new Date(parseInt(id.replaceAll('-', '').slice(0, 12), 16)),
    to: email.deliveredTo ?? shown(email.to?.[0]),
    from: shown(email.from),
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    attachments: email.attachments.map(({ filename, mimeType, content }, at) => ({
      filename: filename ?? `attachment-${at + 1}`,
      contentType: mimeType,
      content: typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content)),
    })),
  };
}

function shown(address: Address | undefined): string {
  if (!address) return '';
  if (address.group) return address.name;
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}
