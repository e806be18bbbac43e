import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { holdCustomer } from '../customers/linked-records.ts';
import type { Sql } from '../db/database.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import type { Row } from '../db/entities.ts';
import { erasedProblem } from '../domain/erasure.ts';
import { resendProblem, resendTo } from '../domain/mail.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { notFound } from '../fault.ts';
import { settleItemsOfSubject } from '../review/settle-by-action.ts';
import { sha256 } from '../sha256.ts';
import { requirePermission } from '../staff/require.ts';
import type { Mail } from './mail.entity.ts';
import { addressesOf, sentMail } from './mail-standing.ts';
import { findMail, readMail } from './mails.ts';
import { queueMails } from './queue-mails.ts';

export type ResendMail = { idempotencyKey: string; mailId: string; recipient: string | null };

/** Sends a mail again as a new one with a link of its own, written anew from the records; the first one stays what it was. */
export async function resendMail(ctx: Ctx, input: ResendMail): Promise<Row<Mail> | Refusal> {
  const staff = requirePermission(ctx, 'WRITE_QUOTES');
  const request = {
    scope: `staff:${staff.id}:resend-mail`,
    key: input.idempotencyKey,
    requestHash: sha256(JSON.stringify([input.mailId, input.recipient])),
  };
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const mail = await findMail(query, input.mailId);
    if (mail === undefined) throw notFound();
    const made = await sendAgain(ctx, query, mail, input.recipient);
    await keepAnswer(query, request, made, ctx.now);
    return made;
  });
  if (isRefusal(answer)) return answer;
  ctx.nudge();
  return readMail(ctx, answer.id);
}

async function sendAgain(
  ctx: Ctx,
  query: Sql,
  mail: Row<Mail>,
  wanted: string | null,
): Promise<{ id: string } | Refusal> {
  const standing = await sentMail(ctx, mail);
  const problem = resendProblem(standing);
  if (problem !== null) return problem;
  // Held, so that an address that is taken off in the same moment takes this mail's link with it.
  const erased = erasedProblem(await holdCustomer(query, mail.customerId));
  if (erased !== null) return erased;
  const recipient = resendTo(standing, await addressesOf(query, mail.customerId), wanted);
  if (isRefusal(recipient)) return recipient;
  const id = await queueAgain(ctx, query, mail, recipient);
  await record(ctx, query, {
    action: 'mail.resent',
    text: `Sent the mail “${mail.subject ?? mail.kind}” again, to ${recipient}`,
    ...(mail.quoteId !== null && { quoteId: mail.quoteId }),
    ...(mail.invoiceId !== null && { invoiceId: mail.invoiceId }),
    customerId: mail.customerId,
    facts: { mailId: id, resendOf: mail.id, before: mail.recipient },
  });
  const how = `The mail was sent again, to ${recipient}.`;
  for (const kind of ['MAIL_BOUNCED', 'DELIVERY_FAILED'] as const)
    await settleItemsOfSubject(ctx, query, { subjectId: mail.id, kind, how });
  return { id };
}

async function queueAgain(ctx: Ctx, query: Sql, mail: Row<Mail>, recipient: string): Promise<string> {
  const { kind, quoteId, customerId, invoiceId, receiptId, creditNoteId, refundId, quoteMessageId } = mail;
  const about = { invoiceId, receiptId, creditNoteId, refundId, quoteMessageId };
  const [id = ''] = await queueMails(ctx, query, {
    kind,
    quoteId,
    customerId,
    ...Object.fromEntries(Object.entries(about).filter(([, value]) => value !== null)),
    recipient,
    resendOf: mail.id,
    dedupeKey: `resend:${ctx.ids.id()}`,
  });
  return id;
}
