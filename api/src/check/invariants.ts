import { sql } from 'kysely';
import { check, type Invariant } from './invariant.ts';

/** What is agreed, invoiced and paid (reliability.md 4.2, as far as the product has grown). */
export const recordInvariants: readonly Invariant[] = [
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
    'every acceptance has its first invoice or a plan, and stages are issued in their order unless somebody said why not',
    sql`select a.id as subject from acceptance a join quote q on q.id = a.quote_id left join invoice i on i.acceptance_id = a.id
        group by a.id, q.id, q.change_kind
        having (count(i.id) = 0 and coalesce(q.change_kind, '') <> 'REDUCTION' and not exists (select 1 from recurring_plan p where p.acceptance_id = a.id))
          or min(i.stage_position) <> 1
          or (max(i.stage_position) <> count(distinct i.stage_position)
            and not exists (select 1 from audit o where o.quote_id = q.id and o.action = 'stage.order-overridden'))`,
  ),
  check(
    'numbers of a series go from 1 up without gaps',
    sql`select s.series as subject from (
          select series, count(*) as how_many, max(serial) as last, min(serial) as first_one, count(distinct serial) as different from invoice where series is not null group by series
          union all
          select series, count(*), max(serial), min(serial), count(distinct serial) from receipt group by series
          union all
          select series, count(*), max(serial), min(serial), count(distinct serial) from credit_note group by series
        ) s left join counter c on c.series = s.series
        where s.how_many <> s.last or s.first_one <> 1 or s.different <> s.how_many or c.value is null or c.value <> s.last`,
  ),
  check(
    'offers of a customer are numbered from 1 up to its counter without gaps, and so are the versions of each',
    sql`select c.id as subject from customer c left join quote q on q.customer_id = c.id and q.revision = 1
        group by c.id, c.quote_count having count(q.id) <> c.quote_count or coalesce(max(q.sequence), 0) <> c.quote_count
        union all
        select family_id from quote where number is not null
        group by family_id having max(revision) <> count(*) or min(revision) <> 1 or count(distinct sequence) <> 1`,
  ),
  check(
    'of the versions of an offer at most one is open or accepted',
    sql`select family_id as subject from quote where status in ('OPEN', 'ACCEPTED') group by family_id having count(*) > 1`,
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
    'an accepted quote says when, a canceled one why, and no other does',
    sql`select id as subject from quote
        where (status = 'ACCEPTED') <> (accepted_at is not null) or (status = 'CANCELED') <> (cancel_reason is not null)
          or (approved_at is not null) <> (sent_to is not null) or (status in ('OPEN', 'ACCEPTED') and approved_at is null)`,
  ),
  check(
    'invoices and plans belong to the quote, the customer and the currency of their acceptance',
    sql`select i.id as subject from invoice i join acceptance a on a.id = i.acceptance_id join quote q on q.id = a.quote_id
        where i.quote_id <> q.id or i.customer_id <> q.customer_id or i.currency <> a.currency or a.currency <> q.currency
        union all
        select p.id from recurring_plan p join acceptance a on a.id = p.acceptance_id join quote q on q.id = a.quote_id
        where p.quote_id <> q.id or p.customer_id <> q.customer_id or p.currency <> a.currency`,
  ),
  check(
    'money and receipts are about the invoice that they name, and what goes to it is in its currency',
    sql`select p.id as subject from payment p join invoice i on i.id = p.invoice_id
        where p.amount <= 0 or (p.currency <> i.currency and (p.status <> 'CONFIRMED' or p.allocated > 0))
        union all
        select r.id from receipt r join payment p on p.id = r.payment_id where r.invoice_id <> p.invoice_id`,
  ),
  check(
    'a confirmed payment says who confirmed it and when, and no other does',
    sql`select id as subject from payment
        where (status = 'CONFIRMED') <> (confirmed_at is not null) or (status = 'CONFIRMED') <> (confirmed_by is not null)`,
  ),
  check(
    'where a code was asked for, one was sent and used',
    sql`select a.id as subject from acceptance a left join signing_code c on c.quote_id = a.quote_id and c.used_at is not null
        where a.proof = 'CODE' group by a.id having count(c.id) = 0`,
  ),
];
