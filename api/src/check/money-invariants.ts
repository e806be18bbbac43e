import { sql } from 'kysely';
import { type Account, type PostingKind, postings } from '../domain/ledger.ts';
import { check, type Invariant } from './invariant.ts';

const kinds = Object.entries(postings);

/** What the postings of a kind take from where to where, as a condition. */
const fits = sql.join(
  kinds.map(
    ([kind, { debit, credit }]) =>
      sql`(kind = ${sql.lit(kind)} and debit = ${sql.lit(debit)} and credit = ${sql.lit(credit)})`,
  ),
  sql` or `,
);

/** What the postings of some kinds add up to, less those of others. */
const booked = (added: readonly PostingKind[], taken: readonly PostingKind[] = []) => {
  const list = (names: readonly PostingKind[]) => sql.join(names.map((name) => sql.lit(name)));
  const less =
    taken.length === 0 ? sql`` : sql` - coalesce(sum(case when kind in (${list(taken)}) then amount end), 0)`;
  return sql`coalesce(sum(case when kind in (${list(added)}) then amount end), 0)${less}`;
};

const account = (name: Account) => sql.lit(name);

/**
 * The book, what follows from it, and what corrects it (reliability.md 4.2, items 4 to 6). That its sums balance in each currency
 * needs no check: a posting is one row with one amount in one currency, and stands on both its sides. That no row was changed, taken
 * out or put in is what its seals say (chain.ts).
 */
export const moneyInvariants: readonly Invariant[] = [
  check(
    'every posting of the book moves more than nothing between the accounts of its kind',
    sql`select id as subject from ledger_entry where not (${fits}) or amount <= 0`,
  ),
  check(
    'what an invoice says to be invoiced, paid, credited and given up is what the book says',
    sql`select i.id as subject from invoice i left join (
          select invoice_id, ${booked(['INVOICED'])} as gross,
            ${booked(['PAID', 'CREDIT_APPLIED'], ['FREED', 'DISPUTE_LOST'])} as paid,
            ${booked(['CREDITED', 'VOIDED'])} as credited, ${booked(['WRITTEN_OFF'])} as written_off
          from ledger_entry where invoice_id is not null group by invoice_id) l on l.invoice_id = i.id
        where coalesce(l.gross, 0) <> case when i.number is null then 0 else i.gross end or coalesce(l.paid, 0) <> i.paid
          or coalesce(l.credited, 0) <> i.credited or coalesce(l.written_off, 0) <> i.written_off`,
  ),
  check(
    'where an invoice stands follows from its sums, and no sum is more than the invoice',
    sql`select id as subject from invoice
        where paid < 0 or credited < 0 or written_off < 0 or paid + credited + written_off > gross
          or (number is null and (status not in ('AWAITING_APPROVAL', 'VOID') or paid + credited + written_off > 0))
          or (number is not null and (balance <> gross - paid - credited - written_off
            or status <> case when balance > 0 and paid > 0 then 'PARTIALLY_PAID' when balance > 0 then 'OPEN'
              when written_off > 0 then 'UNCOLLECTIBLE' when gross > 0 and credited >= gross then 'VOID' else 'PAID' end))
          or is_open <> case when status in ('OPEN', 'PARTIALLY_PAID') then 1 else 0 end`,
  ),
  check(
    'an invoice has its number and its days exactly when it was issued',
    sql`select id as subject from invoice
        where (number is null) <> (issued_at is null) or (number is null) <> (series is null) or (number is null) <> (serial is null)
          or (number is null) <> (issue_date is null) or (number is null) <> (due_date is null) or due_date < issue_date
          or number <> series || '-' || case when serial < 10 then '000' when serial < 100 then '00' when serial < 1000 then '0' else '' end || cast(serial as text)`,
  ),
  check(
    'an invoice is of one stage of one quote, or of none',
    sql`select id as subject from invoice
        where (kind = 'STAGE') <> (acceptance_id is not null) or (kind = 'STAGE') <> (quote_id is not null)
          or (kind = 'STAGE') <> (stage_position is not null) or kind not in ('STAGE', 'FREE')`,
  ),
  check(
    'what came of a confirmed payment stands in the book, and nothing of another one does',
    sql`select p.id as subject from payment p left join (
          select payment_id, min(case when kind in ('PAID', 'OVERPAID') then currency end) as currency,
            ${booked(['PAID'])} as paid, ${booked(['PAID', 'OVERPAID'])} as came
          from ledger_entry where payment_id is not null group by payment_id) l on l.payment_id = p.id
        where l.currency <> p.currency or coalesce(l.came, 0) <> case when p.status = 'CONFIRMED' then p.amount else 0 end or coalesce(l.paid, 0) <> p.allocated`,
  ),
  check(
    'what a customer has to their credit is what the book says, and never less than nothing',
    sql`select customer_id as subject from (
          select customer_id, currency, -amount as amount from customer_credit
          union all select customer_id, currency, amount from ledger_entry where credit = ${account('CUSTOMER_CREDIT')}
          union all select customer_id, currency, -amount from ledger_entry where debit = ${account('CUSTOMER_CREDIT')}
        ) moved group by customer_id, currency having sum(amount) <> 0
        union all select customer_id from customer_credit where amount < 0`,
  ),
  check(
    'credit notes are booked, for the customer and in the currency of their invoice, and take off no more than it says',
    sql`select n.id as subject from credit_note n join invoice i on i.id = n.invoice_id
          left join (select credit_note_id, ${booked(['CREDITED'])} as booked from ledger_entry where credit_note_id is not null group by credit_note_id) l
          on l.credit_note_id = n.id
        where coalesce(l.booked, 0) <> n.gross or n.gross <= 0 or n.currency <> i.currency or n.customer_id <> i.customer_id or i.number is null
        union all
        select i.id from invoice i join credit_note n on n.invoice_id = i.id group by i.id, i.gross having sum(n.gross) > i.gross`,
  ),
  check(
    'no more is given back of a payment than it was',
    sql`select p.id as subject from payment p left join (
          select payment_id, sum(amount) as back from refund where status in ('AWAITING_APPROVAL', 'PENDING', 'SUCCEEDED') group by payment_id) r
        on r.payment_id = p.id
        where p.refunded <> coalesce(r.back, 0) or p.refunded > p.amount or (p.refunded > 0 and p.status <> 'CONFIRMED')`,
  ),
  check(
    'a signed reduction is borne by the quote that it changes, to the cent',
    sql`select a.quote_id as subject from acceptance a join quote q on q.id = a.quote_id
          left join (select change_quote_id, sum(gross) as gross from contract_reduction group by change_quote_id) r on r.change_quote_id = q.id
        where coalesce(r.gross, 0) <> case when q.change_kind = 'REDUCTION' then a.gross else 0 end
        union all
        select r.id from contract_reduction r join acceptance a on a.id = r.acceptance_id join quote q on q.id = r.change_quote_id
        where q.change_of is null or q.change_of <> a.quote_id or q.number <> r.change_number`,
  ),
  check(
    'a change is of an accepted quote of the same customer in the same currency',
    sql`select q.id as subject from quote q left join quote o on o.id = q.change_of
        where (q.change_of is null) <> (q.change_kind is null)
          or (q.change_of is not null and (o.id is null or o.status <> 'ACCEPTED' or o.change_of is not null
            or o.customer_id <> q.customer_id or o.currency <> q.currency))`,
  ),
];
