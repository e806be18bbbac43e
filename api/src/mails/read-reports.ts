import PostalMime from 'postal-mime';
import { longestReport, type MailReport } from '../domain/mail.ts';

type Fields = ReadonlyMap<string, string>;

/**
 * Bytes of a mail that are looked at: what a report says, and the beginning of the mail that it gives back, stand far before.
 * Anybody may write to the mailbox, and the parser takes four times as long for twice as much of a hostile mail.
 */
const mostRead = 128 * 1024;

/**
 * What a mail to the bounce mailbox reports (RFC 3464 and RFC 5965), one for each recipient; none for any other mail. Which of
 * our mails it is about stands in the part that is given back; the sender of a report proves nothing and is not asked.
 */
export async function readReports(raw: Uint8Array): Promise<MailReport[]> {
  if (raw.byteLength > longestReport) return [];
  const mail = await PostalMime.parse(raw.subarray(0, mostRead), {
    forceRfc822Attachments: true,
    maxNestingDepth: 20,
  }).catch(() => null);
  const parts = (mail?.attachments ?? []).map(({ mimeType, content }) => ({
    type: mimeType.toLowerCase(),
    text: typeof content === 'string' ? content : new TextDecoder().decode(content),
  }));
  const partOf = (...types: string[]) => parts.find(({ type }) => types.includes(type))?.text;
  const original = partOf(
    'message/rfc822',
    'text/rfc822-headers',
    'message/global',
    'message/global-headers',
  );
  const messageId = original === undefined ? null : messageIdOf(original);
  const feedback = partOf('message/feedback-report');
  if (feedback !== undefined) return complaints(feedback, messageId);
  const status = partOf('message/delivery-status', 'message/global-delivery-status');
  if (status === undefined || messageId === null) return [];
  // The first group of fields is about the report itself.
  return groupsOf(status)
    .slice(1)
    .flatMap((fields) => reportOf(fields, messageId));
}

function reportOf(fields: Fields, messageId: string): MailReport[] {
  const action = fields.get('action')?.toLowerCase();
  const code = fields.get('status') ?? '';
  const reason = valueOf(fields.get('diagnostic-code') ?? '') || code || 'no reason given';
  const about = { messageId, recipient: addressOf(fields.get('original-recipient')), reason };
  // A failure of class 4 is a server that gave up trying: for this mail that is final as well.
  if (action === 'failed') return [{ ...about, type: 'BOUNCE' }];
  return action === 'delayed' ? [{ ...about, type: 'DELAY' }] : [];
}

function complaints(feedback: string, messageId: string | null): MailReport[] {
  const [fields] = groupsOf(feedback);
  const kind = fields?.get('feedback-type')?.toLowerCase();
  if (kind === undefined || !['abuse', 'complaint', 'opt-out'].includes(kind)) return [];
  const recipient = addressOf(fields?.get('original-rcpt-to'));
  return messageId === null && recipient === null
    ? []
    : [{ messageId, recipient, type: 'COMPLAINT', reason: kind }];
}

/** Groups of `Name: value`, folded lines joined, empty lines between the groups. */
const groupsOf = (text: string): Fields[] =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/\n[ \t]+/gu, ' ')
    .split(/\n{2,}/u)
    .map((group) => new Map(group.split('\n').flatMap(fieldOf)))
    .filter((fields) => fields.size > 0);

function fieldOf(line: string): [string, string][] {
  const colon = line.indexOf(':');
  return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
}

/** What stands behind the type: `smtp; 550 no such mailbox`. */
const valueOf = (typed: string): string => typed.slice(typed.indexOf(';') + 1).trim();

const addressOf = (typed: string | undefined): string | null =>
  typed === undefined ? null : valueOf(typed).replace(/^<|>$/gu, '') || null;

/** Of the headers that were given back; a text that only quotes one has it further down. */
function messageIdOf(original: string): string | null {
  const [headers] = groupsOf(original.slice(0, 100_000));
  return /^<[^<>\s]{1,250}>$/u.exec(headers?.get('message-id') ?? '')?.[0] ?? null;
}
