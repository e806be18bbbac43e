import { type RawBuilder, sql } from 'kysely';
import { check, type Invariant } from './invariant.ts';

/** Who names whom; also where no foreign key says so, and where a key was switched off by somebody who wrote past us. */
const references: readonly (readonly [from: string, column: string, to: string, by?: string])[] = [
  ['acceptance', 'quote_id', 'quote'],
  ['acceptance', 'key_id', 'signing_key'],
  ['attachment', 'quote_id', 'quote'],
  ['attachment', 'hash', 'blob', 'hash'],
  ['contract_reduction', 'acceptance_id', 'acceptance'],
  ['contract_reduction', 'change_quote_id', 'quote'],
  ['contract_reduction', 'credit_note_id', 'credit_note'],
  ['credit_note', 'invoice_id', 'invoice'],
  ['company', 'logo_hash', 'logo', 'hash'],
  ['document', 'key_id', 'signing_key'],
  ['dispute', 'payment_id', 'payment'],
  ['invoice', 'acceptance_id', 'acceptance'],
  ['ledger_entry', 'customer_id', 'customer'],
  ['ledger_entry', 'invoice_id', 'invoice'],
  ['ledger_entry', 'payment_id', 'payment'],
  ['ledger_entry', 'refund_id', 'refund'],
  ['ledger_entry', 'credit_note_id', 'credit_note'],
  ['ledger_entry', 'dispute_id', 'dispute'],
  ['link', 'quote_id', 'quote'],
  ['link', 'invoice_id', 'invoice'],
  ['link_visit', 'link_id', 'link'],
  ['mail', 'quote_id', 'quote'],
  ['mail', 'invoice_id', 'invoice'],
  ['mail', 'receipt_id', 'receipt'],
  ['mail', 'credit_note_id', 'credit_note'],
  ['mail', 'refund_id', 'refund'],
  ['mail', 'resend_of', 'mail'],
  ['mail', 'quote_message_id', 'quote_message'],
  ['payment', 'invoice_id', 'invoice'],
  ['payment_log', 'invoice_id', 'invoice'],
  ['payment_log', 'payment_id', 'payment'],
  ['quote', 'customer_id', 'customer'],
  ['quote', 'family_id', 'quote'],
  ['quote', 'revision_of', 'quote'],
  ['quote', 'change_of', 'quote'],
  ['quote_message', 'quote_id', 'quote'],
  ['receipt', 'payment_id', 'payment'],
  ['refund', 'payment_id', 'payment'],
  ['refund', 'credit_note_id', 'credit_note'],
  ['receipt', 'invoice_id', 'invoice'],
  ['recurring_plan', 'acceptance_id', 'acceptance'],
  ['review_item', 'quote_id', 'quote'],
  ['review_item', 'invoice_id', 'invoice'],
  ['review_item', 'payment_id', 'payment'],
  ['signing_code', 'quote_id', 'quote'],
  ['signing_code', 'link_id', 'link'],
];

/** Both sides by name: the subject of one is a row, of the other a column. */
const orphans = references.map(
  ([from, column, to, by = 'id']): RawBuilder<{ subject: string }> =>
    sql`select ${sql.lit(`${from}.${column} `)} || cast(child.id as text) as subject
        from ${sql.table(from)} child left join ${sql.table(to)} parent on parent.${sql.ref(by)} = child.${sql.ref(column)}
        where child.${sql.ref(column)} is not null and parent.${sql.ref(by)} is null`,
);

/** That everything names something that is there, and that the names fit each other. */
export const referenceInvariants: readonly Invariant[] = [
  check('whatever a record names is there', sql`${sql.join(orphans, sql` union all `)}`),
  check(
    'every kept document is about something that is there',
    sql`select d.id as subject from document d left join quote q on q.id = d.subject_id
        left join invoice i on i.id = d.subject_id left join receipt r on r.id = d.subject_id left join credit_note c on c.id = d.subject_id
        where case d.kind when 'quotes' then q.id when 'invoices' then i.id when 'receipts' then r.id when 'credit-notes' then c.id end is null`,
  ),
  check(
    'a link opens an approved quote, an issued invoice or the account of its customer, and for a time',
    sql`select l.id as subject from link l left join quote q on q.id = l.quote_id left join invoice i on i.id = l.invoice_id
          left join customer c on c.id = l.customer_id
        where c.id is null or l.expires_at <= l.created_at or (l.purpose = 'INVOICE') <> (l.invoice_id is not null)
          or (l.purpose = 'QUOTE' and (q.sent_to is null or (l.email <> q.sent_to and q.status <> 'ACCEPTED'))) or (q.id is not null and q.customer_id <> l.customer_id)
          or (i.id is not null and (i.number is null or i.customer_id <> l.customer_id or coalesce(i.quote_id, '') <> coalesce(l.quote_id, '')))`,
  ),
  check(
    'a visit is of the quote that its link opens',
    sql`select v.id as subject from link_visit v join link l on l.id = v.link_id where v.quote_id <> l.quote_id`,
  ),
  check(
    'what is said about an offer belongs to it',
    sql`select m.id as subject from quote_message m join quote q on q.id = m.quote_id where m.family_id <> q.family_id or (m.text = '' and m.kind in ('QUESTION', 'CHANGE_REQUEST', 'ANSWER'))`,
  ),
  check(
    'versions of an offer are of one customer, and the first of them gave it its name',
    sql`select q.id as subject from quote q join quote f on f.id = q.family_id
        where f.family_id <> f.id or q.customer_id <> f.customer_id or (q.revision_of is null and q.id <> q.family_id)`,
  ),
];
