import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { erasedWord } from '../domain/erased-words.ts';
import { addressesOf } from '../mails/mail-standing.ts';
import type { Taking } from './take-quotes.ts';

/** Mails with their texts, links and who opened them, kept papers, and what was put before staff. */
export async function takeMails(ctx: Ctx, query: Sql, taking: Taking): Promise<void> {
  const { erasureId, customerId } = taking;
  await takeComplaints(query, customerId);
  // What still waited is not sent any more; its job finds nothing to do.
  await query
    .updateTable('mail')
    .set({ status: 'FAILED', failedAt: ctx.now, token: null })
    .where('customerId', '=', customerId)
    .where('status', '=', 'QUEUED')
    .execute();
  await query
    .updateTable('mail')
    .set((row) => ({
      recipient: '',
      subject: row.case().when('subject', 'is not', null).then(erasedWord).end(),
      text: row.case().when('text', 'is not', null).then('').end(),
      html: row.case().when('html', 'is not', null).then('').end(),
      failure: null,
    }))
    .where('customerId', '=', customerId)
    .execute();
  await query.updateTable('job').set({ lastError: null }).where('line', '=', customerId).execute();
  await query
    .updateTable('link')
    .set((row) => ({ email: '', revokedAt: row.fn.coalesce('revokedAt', row.val(ctx.now)) }))
    .where('customerId', '=', customerId)
    .execute();
  await query
    .updateTable('linkVisit')
    .set({ ip: '', userAgent: '', erasureId })
    .where('linkId', 'in', (row) => row.selectFrom('link').select('id').where('customerId', '=', customerId))
    .where('erasureId', 'is', null)
    .execute();
  await takeDocuments(query, taking);
  await takeItems(ctx, query, customerId);
}

/** An address that nobody knows any more is not written to any more either. */
async function takeComplaints(query: Sql, customerId: string): Promise<void> {
  const known = (await addressesOf(query, customerId)).map((address) => address.toLowerCase());
  await query
    .deleteFrom('mailComplaint')
    .where((row) =>
      row.or([
        row('address', 'in', ['', ...known]),
        row('mailId', 'in', row.selectFrom('mail').select('id').where('customerId', '=', customerId)),
      ]),
    )
    .execute();
}

/** The papers themselves; that they were there, and their signed hashes, stay. */
async function takeDocuments(query: Sql, { erasureId, customerId }: Taking): Promise<void> {
  await query
    .updateTable('document')
    .set({ bytes: Buffer.alloc(0), erasureId })
    .where('erasureId', 'is', null)
    .where((row) => {
      const invoices = row.selectFrom('invoice').select('id').where('customerId', '=', customerId);
      return row.or([
        row('subjectId', 'in', row.selectFrom('quote').select('id').where('customerId', '=', customerId)),
        row('subjectId', 'in', invoices),
        row('subjectId', 'in', row.selectFrom('receipt').select('id').where('invoiceId', 'in', invoices)),
        row(
          'subjectId',
          'in',
          row.selectFrom('creditNote').select('id').where('customerId', '=', customerId),
        ),
      ]);
    })
    .execute();
}

async function takeItems(ctx: Ctx, query: Sql, customerId: string): Promise<void> {
  await query
    .updateTable('reviewItem')
    .set((row) => ({
      title: erasedWord,
      explanation: '',
      facts: '[]',
      searchKey: '',
      resolvedAt: row.fn.coalesce('resolvedAt', row.val(ctx.now)),
      resolvedBy: row.fn.coalesce('resolvedBy', row.val('System')),
      resolution: 'The personal data of the customer were erased.',
    }))
    .where((row) =>
      row.or(
        (['quote', 'invoice', 'payment', 'mail'] as const).map((table) =>
          row(
            table === 'mail' ? 'subjectId' : `${table}Id`,
            'in',
            row.selectFrom(table).select('id').where('customerId', '=', customerId),
          ),
        ),
      ),
    )
    .execute();
}
