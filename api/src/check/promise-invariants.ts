import { sql } from 'kysely';
import { check, type Invariant } from './invariant.ts';

/** Longer than any lease, and than two machines differ about the time. */
const longestLease = 5 * 60_000;

/** What was promised and is to be done: mails and jobs; and that no secret stays. */
export const promiseInvariants = (now: Date): readonly Invariant[] => [
  check(
    'every official record promised its mail, once',
    sql`select q.id as subject from quote q left join mail m on m.quote_id = q.id and m.kind = 'QUOTE_LINK' and m.resend_of is null
        where q.approved_at is not null group by q.id having count(m.id) <> 1
        union all
        select a.quote_id from acceptance a left join mail m on m.quote_id = a.quote_id and m.kind = 'SIGNED_QUOTE' and m.resend_of is null
        group by a.quote_id having count(m.id) <> 1
        union all
        select i.id from invoice i left join (select invoice_id, count(*) as n from mail where kind = 'INVOICE' and resend_of is null group by invoice_id) m
        on m.invoice_id = i.id where coalesce(m.n, 0) <> case when i.number is null then 0 else 1 end
        union all
        select r.id from receipt r left join (select receipt_id, count(*) as n from mail where kind = 'RECEIPT' and resend_of is null group by receipt_id) m
        on m.receipt_id = r.id where coalesce(m.n, 0) <> 1
        union all
        select c.id from credit_note c join invoice i on i.id = c.invoice_id left join (select credit_note_id, count(*) as n from mail where kind = 'CREDIT_NOTE' and resend_of is null group by credit_note_id) m
        on m.credit_note_id = c.id where coalesce(m.n, 0) <> case when (i.erasure_id is not null and c.erasure_id is null) or exists (select 1 from refund r where r.credit_note_id = c.id) then 0 else 1 end`,
  ),
  check(
    'every mail has a Message-ID of its own, and one that went out its time and its text',
    sql`select min(id) as subject from mail group by message_id having count(*) > 1 or message_id = ''
        union all
        select id from mail where (status in ('ACCEPTED', 'BOUNCED')) <> (sent_at is not null) or (status = 'ACCEPTED' and (subject is null or text is null or html is null))`,
  ),
  check(
    'every waiting mail has its job, and no other still holds a token',
    sql`select id as subject from mail where (status = 'QUEUED') <> (token is not null)
        union all
        -- a set operation: a join on a composed text would compare each mail with each job
        select payload from (
          select '{"mailId":"' || id || '"}' as payload from mail where status = 'QUEUED'
          except select payload from job where name = 'send-mail' and done_at is null and dead_at is null
        ) unpromised`,
  ),
  check(
    'no mail that went out still shows its link',
    sql`select id as subject from mail where status <> 'QUEUED' and (
          (text like '%/q/#%' and text not like '%/q/#link-%') or (text like '%/i/#%' and text not like '%/i/#link-%') or (text like '%/a/#%' and text not like '%/a/#link-%')
          or (html like '%/q/#%' and html not like '%/q/#link-%') or (html like '%/i/#%' and html not like '%/i/#link-%') or (html like '%/a/#%' and html not like '%/a/#link-%'))`,
  ),
  check(
    'tokens, sessions and codes are kept as hashes',
    sql`select id as subject from link where length(token_hash) <> 64
        union all select staff_id from session where length(token_hash) <> 64
        union all select id from signing_code where length(hash) <> 64`,
  ),
  check(
    'every event that was kept is settled or waits in the queue',
    sql`select e.id as subject from stripe_event e left join job j on j.dedupe_key = 'stripe-event:' || e.id and j.done_at is null
        where e.outcome is null and j.id is null`,
  ),
  check(
    'what is done or given up is held by nobody, and nothing is held longer than a lease',
    sql`select id as subject from job where ((done_at is not null or dead_at is not null) and lease_until is not null)
        or lease_until > ${new Date(now.getTime() + longestLease).toISOString()}`,
  ),
];

/** What was written down about what was done. */
export const historyInvariants: readonly Invariant[] = [
  check(
    'every step of a quote, an invoice and a payment stands in the history, with who did it',
    sql`select id as subject from audit where actor = '' or text = ''
        union all
        select q.id from quote q left join (select quote_id, count(*) as n from audit where action = 'quote.finalized' group by quote_id) a
        on a.quote_id = q.id where coalesce(a.n, 0) <> case when q.approved_at is null then 0 else 1 end
        union all
        select q.id from quote q left join (select quote_id, count(*) as n from audit where action = 'quote.accepted' group by quote_id) a
        on a.quote_id = q.id where coalesce(a.n, 0) <> case when q.status = 'ACCEPTED' then 1 else 0 end
        union all
        select q.id from quote q left join (select quote_id, count(*) as n from audit where action in ('quote.canceled', 'quote.expired') group by quote_id) a
        on a.quote_id = q.id where q.status = 'CANCELED' and coalesce(a.n, 0) = 0
        union all
        select i.id from invoice i left join (select invoice_id, count(*) as n from audit where action = 'invoice.issued' group by invoice_id) a
        on a.invoice_id = i.id where coalesce(a.n, 0) <> case when i.number is null then 0 else 1 end
        union all
        select i.id from invoice i left join (select invoice_id, count(*) as n from audit where action = 'credit_note.issued' group by invoice_id) a
        on a.invoice_id = i.id where coalesce(a.n, 0) <> (select count(*) from credit_note c where c.invoice_id = i.id)
        union all
        select i.id from (select invoice_id as id, count(*) as n from payment where status = 'CONFIRMED' group by invoice_id) i
        left join (select invoice_id, count(*) as n from audit where action = 'payment.confirmed' group by invoice_id) a
        on a.invoice_id = i.id where coalesce(a.n, 0) <> i.n`,
  ),
  check(
    'the world outside was told of every approval, acceptance, invoice and credit note',
    sql`select told.type as subject from (
          select 'quote.finalized' as type, (select count(*) from quote where approved_at is not null) as n
          union all select 'quote.accepted', (select count(*) from acceptance)
          union all select 'invoice.issued', (select count(*) from invoice where number is not null)
          union all select 'credit_note.issued', (select count(*) from credit_note)
        ) told where told.n <> (select count(*) from event where event.type = told.type)`,
  ),
];
