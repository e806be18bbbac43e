import { sql } from 'kysely';
import { check, type Invariant } from './invariant.ts';

/** What people said that lines of the bank are. */
export const bankInvariants: readonly Invariant[] = [
  check(
    'a matched line of the bank is confirmed payments to the coin, and no other line is any',
    sql`select l.id as subject from bank_line l left join bank_match m on m.line_id = l.id left join payment p on p.id = m.payment_id
        group by l.id, l.status, l.amount
        having (l.status <> 'MATCHED' and count(m.id) > 0)
          or (l.status = 'MATCHED' and (coalesce(sum(m.amount), 0) <> l.amount
            or sum(case when p.status = 'CONFIRMED' and p.amount = m.amount and p.currency = l.currency then 0 else 1 end) > 0))`,
  ),
  check(
    'a line of the bank says who settled it and when exactly when it is settled, and why when it was put aside',
    sql`select id as subject from bank_line
        where (status in ('MATCHED', 'IGNORED')) <> (settled_by is not null) or (settled_by is null) <> (settled_at is null)
          or (status = 'IGNORED') <> (note is not null) or (status = 'OUTGOING') <> (amount <= 0)`,
  ),
  check(
    'an imported statement has looked at all of its lines, and kept those that were new',
    sql`select s.id as subject from bank_statement s left join bank_line l on l.statement_id = s.id
        group by s.id, s.status, s.line_count, s.done_count, s.new_count
        having count(l.id) <> s.new_count or s.done_count > s.line_count
          or (s.status = 'IMPORTED' and s.done_count <> s.line_count)`,
  ),
];
