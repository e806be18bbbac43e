import { type RawBuilder, sql } from 'kysely';
import { check, type Invariant } from './invariant.ts';

/** Where erased words stood, and how the row leads to its customer. */
const rows: readonly (readonly [table: string, customer: RawBuilder<unknown>, gone: RawBuilder<unknown>])[] =
  [
    ['quote', sql`r.customer_id`, sql`r.title = 'Erased'`],
    [
      'acceptance',
      sql`(select q.customer_id from quote q where q.id = r.quote_id)`,
      sql`r.signer_email = ''`,
    ],
    [
      'quote_message',
      sql`(select q.customer_id from quote q where q.id = r.quote_id)`,
      sql`r.text = 'Erased'`,
    ],
    ['invoice', sql`r.customer_id`, sql`r.recipient = ''`],
    ['credit_note', sql`r.customer_id`, sql`r.reason = 'Erased'`],
    [
      'receipt',
      sql`(select i.customer_id from invoice i where i.id = r.invoice_id)`,
      sql`r.content like '%"Erased"%'`,
    ],
    ['payment', sql`r.customer_id`, sql`r.proofs = '[]'`],
    [
      'payment_log',
      sql`(select i.customer_id from invoice i where i.id = r.invoice_id)`,
      sql`r.note is null and r.reference is null`,
    ],
    ['link_visit', sql`(select l.customer_id from link l where l.id = r.link_id)`, sql`r.ip = ''`],
    [
      'document',
      sql`coalesce((select q.customer_id from quote q where q.id = r.subject_id),
          (select i.customer_id from invoice i where i.id = r.subject_id),
          (select i.customer_id from receipt c join invoice i on i.id = c.invoice_id where c.id = r.subject_id),
          (select n.customer_id from credit_note n where n.id = r.subject_id), '')`,
      sql`length(r.bytes) = 0`,
    ],
    [
      'audit',
      sql`coalesce(r.customer_id, (select q.customer_id from quote q where q.id = r.quote_id),
          (select i.customer_id from invoice i where i.id = r.invoice_id), '')`,
      sql`r.text = 'Erased' and r.salt is null`,
    ],
  ];

/** What names an erasure that is none of its customer's, or still says something: words went without anybody asking for it. */
const unasked = rows.map(
  ([table, customer, gone]): RawBuilder<{ subject: string }> =>
    sql`select ${sql.lit(`${table} `)} || r.id as subject from ${sql.table(table)} r left join erasure e on e.id = r.erasure_id
        where r.erasure_id is not null and (e.id is null or e.customer_id <> ${customer} or not (${gone}))`,
);

/** What was erased, and that it was somebody's wish. */
export const erasureInvariants: readonly Invariant[] = [
  check('what was erased names the erasure of its customer', sql`${sql.join(unasked, sql` union all `)}`),
  check(
    'words go with their salt, and not without an erasure',
    sql`select id as subject from audit where (salt is null) <> (erasure_id is not null)`,
  ),
  check(
    'every erasure stands in the history, and nobody is erased or restricted without one',
    sql`select e.id as subject from erasure e where (select count(*) from audit a where a.customer_id = e.customer_id
          and a.action in ('customer.erased', 'customer.restricted') and a.facts like '%' || e.id || '%') <> 1
        union all
        select c.id from customer c left join erasure e on e.customer_id = c.id
        where (c.restricted_at is not null or c.erased_at is not null) and e.id is null
        union all
        select id from customer where erased_at is not null and (email <> '' or name <> 'Erased' or kept_until is not null)`,
  ),
];
