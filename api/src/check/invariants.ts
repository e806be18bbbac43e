import { sql } from 'kysely';
import type { Sql } from '../db/database.ts';

/** Something that must never be so. The query returns the rows that break it; none is good. */
export type Invariant = { name: string; broken(query: Sql): Promise<{ rows: { subject: string }[] }> };

const check = (name: string, text: ReturnType<typeof sql<{ subject: string }>>): Invariant => ({
  name,
  broken: (query) => text.execute(query),
});

/** reliability.md 4.2, as far as the product has grown. Each runs on the live database and on both engines. */
export const invariants: readonly Invariant[] = [
  check(
    'an accepted quote has exactly its one acceptance, sealed with the hash that was approved',
    sql`select q.id as subject from quote q left join acceptance a on a.quote_id = q.id
        where (q.status = 'ACCEPTED') <> (a.id is not null) or (a.id is not null and a.revision_hash <> q.snapshot_hash)`,
  ),
  check(
    'a quote has a number, a snapshot and a seal exactly when it was approved',
    sql`select id as subject from quote
        where (approved_at is null) <> (number is null) or (approved_at is null) <> (snapshot_hash is null) or (approved_at is null) <> (snapshot is null)`,
  ),
  check(
    'every acceptance has its first invoice, and stages are issued in their order',
    sql`select a.id as subject from acceptance a left join invoice i on i.acceptance_id = a.id
        group by a.id having count(i.id) = 0 or max(i.stage_position) <> count(i.id) or min(i.stage_position) <> 1`,
  ),
  check(
    'numbers of a series go from 1 up without gaps',
    sql`select s.series as subject from (
          select series, count(*) as how_many, max(serial) as last, min(serial) as first_one, count(distinct serial) as different from invoice group by series
          union all
          select series, count(*), max(serial), min(serial), count(distinct serial) from receipt group by series
        ) s left join counter c on c.series = s.series
        where s.how_many <> s.last or s.first_one <> 1 or s.different <> s.how_many or c.value is null or c.value <> s.last`,
  ),
  check(
    'quote numbers of a customer are as many as its counter says',
    sql`select c.id as subject from customer c left join quote q on q.customer_id = c.id and q.number is not null
        group by c.id, c.quote_count having count(q.id) <> c.quote_count`,
  ),
  check(
    'what an invoice says to be paid is the sum of its confirmed payments, and its status follows from it',
    sql`select i.id as subject from invoice i left join payment p on p.invoice_id = i.id and p.status = 'CONFIRMED'
        group by i.id, i.paid, i.gross, i.status
        having i.paid <> coalesce(sum(p.allocated), 0) or i.paid > i.gross or (i.status = 'PAID') <> (i.paid = i.gross)`,
  ),
  check(
    'a confirmed payment that went to an invoice has exactly its one receipt, and no other payment has one',
    sql`select p.id as subject from payment p left join receipt r on r.payment_id = p.id
        where (p.status = 'CONFIRMED' and p.allocated > 0) <> (r.id is not null) or (p.status <> 'CONFIRMED' and p.allocated <> 0) or p.allocated > p.amount`,
  ),
  check(
    'every confirmed payment stands in the log once',
    sql`select p.id as subject from payment p left join payment_log l on l.payment_id = p.id and l.kind = 'CONFIRMED'
        group by p.id, p.status having count(l.id) <> case when p.status = 'CONFIRMED' then 1 else 0 end`,
  ),
  check(
    'every official record promised its mail',
    sql`select q.id as subject from quote q where q.approved_at is not null and not exists (select 1 from mail m where m.quote_id = q.id and m.kind = 'QUOTE_LINK')
        union all
        select a.quote_id from acceptance a where not exists (select 1 from mail m where m.quote_id = a.quote_id and m.kind = 'SIGNED_QUOTE')
        union all
        select i.id from invoice i where (select count(*) from mail m where m.invoice_id = i.id and m.kind = 'INVOICE') <> 1
        union all
        select r.id from receipt r where (select count(*) from mail m where m.receipt_id = r.id) <> 1`,
  ),
  check(
    'every waiting mail has its job, and no mail that went out still holds a token',
    sql`select m.id as subject from mail m
        where (m.status = 'QUEUED') <> (m.token is not null) or (m.status = 'ACCEPTED') <> (m.sent_at is not null)
        union all
        select m.id from mail m where m.status = 'QUEUED' and not exists (
          select 1 from job j where j.name = 'send-mail' and j.payload like '%' || m.id || '%' and j.done_at is null and j.dead_at is null)`,
  ),
  check(
    'every event that was kept is settled or waits in the queue',
    sql`select e.id as subject from stripe_event e where e.outcome is null and not exists (
          select 1 from job j where j.dedupe_key = 'stripe-event:' || e.id and j.done_at is null)`,
  ),
];
