import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import type { MailStatus } from '../domain/mail.ts';
import { notFound } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import type { Mail } from './mail.entity.ts';

const mostOfOne = 100;

export type MailFilter = {
  customerId?: string | null;
  quoteId?: string | null;
  invoiceId?: string | null;
  statuses?: readonly MailStatus[] | null;
};

const mailsWhere = (query: Sql, { customerId, quoteId, invoiceId, statuses }: MailFilter) =>
  query
    .selectFrom('mail')
    .selectAll()
    .$if(customerId != null, (mails) => mails.where('customerId', '=', customerId ?? ''))
    .$if(quoteId != null, (mails) => mails.where('quoteId', '=', quoteId ?? ''))
    .$if(invoiceId != null, (mails) => mails.where('invoiceId', '=', invoiceId ?? ''))
    .$if(statuses != null, (mails) => mails.where('status', 'in', [...(statuses ?? [])]))
    .orderBy('id', 'desc');

/** The mails about one thing, newest first. */
export const mailsOf = (ctx: Ctx, about: MailFilter): Promise<Row<Mail>[]> =>
  mailsWhere(ctx.db.read, about).limit(mostOfOne).execute();

export async function readMail(ctx: Ctx, id: string): Promise<Row<Mail>> {
  requirePermission(ctx, 'READ');
  const mail = await findMail(ctx.db.read, id);
  if (mail === undefined) throw notFound();
  return mail;
}

/** One mail, in or out of a transaction. */
export const findMail = (query: Sql, id: string): Promise<Row<Mail> | undefined> =>
  query.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst();

export type MailList = PageRequest & { filter?: MailFilter | null };

export async function listMails(ctx: Ctx, list: MailList): Promise<Page<Row<Mail>>> {
  requirePermission(ctx, 'READ');
  const { filter, after } = list;
  if (filter?.statuses?.length === 0) return { items: [], endCursor: null };
  const rows = await mailsWhere(ctx.db.read, filter ?? {})
    .$if(after != null, (mails) => mails.where('id', '<', after ?? ''))
    .limit(limitOf(list))
    .execute();
  return pageOf(rows, list, ({ id }) => id);
}
