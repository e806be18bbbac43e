import { bankTamperings } from './bank-tamperings.ts';
import { erasureTamperings } from './erasure-tamperings.ts';
import { historyTamperings } from './tamperings-of-history.ts';
import { moneyTamperings } from './tamperings-of-money.ts';

const one = (table: string, where = '1 = 1'): string => `(select min(id) from ${table} where ${where})`;
const other = '0'.repeat(64);

/** What somebody changes behind our back, in which tables, and what the check says about it. */
export const tamperings: readonly (readonly [finding: string, tables: string, ...statements: string[]])[] = [
  // 1. Approved and agreed.
  [
    'an accepted quote has exactly its one acceptance, sealed with the hash that was approved',
    'acceptance',
    `update acceptance set revision_hash = '${other}'`,
  ],
  [
    'an accepted quote has exactly its one acceptance, sealed with the hash that was approved',
    'quote',
    `update quote set status = 'OPEN', accepted_at = null where status = 'ACCEPTED'`,
  ],
  [
    'a quote has a number, a snapshot and a seal exactly when it was approved',
    'quote',
    `update quote set snapshot_hash = null where status = 'OPEN'`,
  ],
  [
    'an accepted quote says when, a canceled one why, and no other does',
    'quote',
    `update quote set cancel_reason = null where status = 'CANCELED'`,
  ],
  [
    'of the versions of an offer at most one is open or accepted',
    'quote',
    `update quote set family_id = ${one('quote', "status = 'ACCEPTED'")} where status = 'OPEN'`,
  ],
  [
    'offers of a customer are numbered from 1 up to its counter without gaps, and so are the versions of each',
    'customer',
    `update customer set quote_count = quote_count + 1`,
  ],
  [
    'an approved quote matches its seal',
    'quote',
    `update quote set snapshot = replace(snapshot, '329900', '329901') where status = 'OPEN'`,
  ],
  [
    'the last valid day is the one that the history names',
    'quote',
    `update quote set valid_until = '2027-12-31' where status = 'OPEN'`,
  ],
  [
    'an approved quote has the seal that the history names',
    'audit',
    `update audit set facts = replace(facts, 'snapshotHash":"', 'snapshotHash":"0')`,
  ],
  [
    'the evidence of an acceptance matches its hash',
    'acceptance',
    `update acceptance set evidence = replace(evidence, 'Ana Silva', 'Eve Silva')`,
  ],
  [
    'the evidence of an acceptance is signed with a key of ours',
    'acceptance',
    `update acceptance set signature = 'A' || substr(signature, 2), evidence_hash = evidence_hash where substr(signature, 1, 1) <> 'A'`,
    `update acceptance set signature = 'B' || substr(signature, 2) where substr(signature, 2, 1) <> 'x'`,
  ],
  [
    'an acceptance says what its evidence says',
    'acceptance',
    `update acceptance set signer_name = 'Eve Silva'`,
  ],
  [
    'an acceptance says what its evidence says',
    'acceptance',
    `update acceptance set signer_email = 'eve@silvadental.example'`,
  ],
  [
    'an acceptance says what its evidence says',
    'acceptance',
    `update acceptance set signed_at = '2026-11-20T01:00:00.000Z'`,
  ],
  [
    'an acceptance says what its evidence says',
    'acceptance',
    `update acceptance set proof = 'NONE' where proof <> 'NONE'`,
  ],
  [
    'amounts agreed, invoiced and recomputed are the same',
    'acceptance',
    `update acceptance set gross = gross - 1`,
  ],
  [
    'amounts agreed, invoiced and recomputed are the same',
    'quote',
    `update quote set gross = gross + 1 where status = 'ACCEPTED'`,
  ],
  ['what was agreed can be read', 'acceptance', `update acceptance set choices = 'nothing'`],
  ['every file that was approved is there', 'attachment blob', `delete from attachment`, `delete from blob`],
  [
    'where a code was asked for, one was sent and used',
    'signing_code',
    `update signing_code set used_at = null`,
  ],
  // 2. Stages and plans.
  [
    'every acceptance has its first invoice or a plan, and stages are issued in their order unless somebody said why not',
    'invoice',
    `update invoice set stage_position = 2 where id = ${one('invoice')}`,
  ],
  ['an invoice says what was agreed', 'invoice', `update invoice set gross = gross + 1`],
  [
    'an invoice says what was agreed',
    'invoice',
    `update invoice set content = replace(content, 'Deposit', 'Final')`,
  ],
  [
    'invoices and plans belong to the quote, the customer and the currency of their acceptance',
    'invoice',
    `update invoice set currency = 'USD'`,
  ],
  [
    'invoices and plans belong to the quote, the customer and the currency of their acceptance',
    'recurring_plan',
    `update recurring_plan set currency = 'USD'`,
  ],
  [
    'what recurs has its plans, as it was agreed',
    'recurring_plan',
    `update recurring_plan set gross = gross + 1`,
  ],
  ['what recurs has its plans, as it was agreed', 'recurring_plan', `delete from recurring_plan`],
  // 3. Numbers.
  ['numbers of a series go from 1 up without gaps', 'counter', `update counter set value = value + 1`],
  [
    'numbers of a series go from 1 up without gaps',
    'invoice',
    `update invoice set serial = serial + 10 where id = ${one('invoice')}`,
  ],
  [
    'numbers of a series go from 1 up without gaps',
    'credit_note',
    `update credit_note set serial = serial + 1`,
  ],
  [
    'an invoice has its number and its days exactly when it was issued',
    'invoice',
    `update invoice set due_date = null where status = 'OPEN'`,
  ],
  [
    'an invoice has its number and its days exactly when it was issued',
    'invoice',
    `update invoice set number = 'INV-2026-9999' where id = ${one('invoice', 'number is not null')}`,
  ],
  ['an invoice is of one stage of one quote, or of none', 'invoice', `update invoice set kind = 'FREE'`],
  // 4 to 6. Money.
  ...erasureTamperings,
  ...moneyTamperings,
  ...bankTamperings,
  // 7. Promises.
  ['every official record promised its mail, once', 'mail', `delete from mail where kind = 'RECEIPT'`],
  ['every official record promised its mail, once', 'mail', `delete from mail where kind = 'SIGNED_QUOTE'`],
  [
    'every mail has a Message-ID of its own, and one that went out its time and its text',
    'mail',
    `update mail set sent_at = null where kind = 'INVOICE'`,
  ],
  [
    'every mail has a Message-ID of its own, and one that went out its time and its text',
    'mail',
    `update mail set message_id = '' where id = ${one('mail')}`,
  ],
  [
    'every waiting mail has its job, and no other still holds a token',
    'mail',
    `update mail set status = 'QUEUED', token = 'x' where kind = 'INVOICE'`,
  ],
  [
    'every waiting mail has its job, and no other still holds a token',
    'mail',
    `update mail set token = 'x' where kind = 'INVOICE'`,
  ],
  [
    'what is done or given up is held by nobody, and nothing is held longer than a lease',
    'job',
    `update job set lease_until = '2026-11-21T01:00:00.000Z' where done_at is not null`,
  ],
  [
    'what is done or given up is held by nobody, and nothing is held longer than a lease',
    'job',
    `update job set done_at = null, lease_until = '2999-01-01T00:00:00.000Z'`,
  ],
  [
    'the world outside was told of every approval, acceptance, invoice and credit note',
    'event',
    `delete from event where type = 'quote.accepted'`,
  ],
  [
    'every event that was kept is settled or waits in the queue',
    'stripe_event',
    `insert into stripe_event (id, type, event, received_at, outcome) values ('evt_lost', 'x', '{}', '2026-11-21T01:00:00.000Z', null)`,
  ],
  // 8. History, and the book that is sealed with it.
  ...historyTamperings,
  // 9. Nothing names what is not there.
  [
    'whatever a record names is there',
    'link signing_code link_visit',
    `delete from link where id = ${one('link')}`,
    `update link_visit set link_id = 'nobody'`,
  ],
  [
    'whatever a record names is there',
    'mail',
    `update mail set receipt_id = 'nothing' where kind = 'RECEIPT'`,
  ],
  [
    'every kept document is about something that is there',
    'document',
    `update document set subject_id = 'nothing ' || id`,
  ],
  ['a kept document matches its hash', 'document', `update document set bytes = substr(bytes, 2)`],
  [
    'a kept document is signed with a key of ours',
    'document',
    `update document set version = 'another'  where kind = 'receipts'`,
  ],
  ['a stored file matches its hash', 'blob', `update blob set bytes = substr(bytes, 2)`],
  [
    'a link opens an approved quote, an issued invoice or the account of its customer, and for a time',
    'link',
    `update link set email = 'eve@evil.test'`,
  ],
  [
    'a visit is of the quote that its link opens',
    'link_visit',
    `update link_visit set quote_id = ${one('quote', "status = 'CANCELED'")}`,
  ],
  [
    'what is said about an offer belongs to it',
    'quote_message',
    `update quote_message set family_id = 'nothing'`,
  ],
  [
    'versions of an offer are of one customer, and the first of them gave it its name',
    'quote',
    `update quote set family_id = ${one('quote', "status = 'ACCEPTED'")} where status = 'CANCELED'`,
  ],
  // 10. Secrets.
  [
    'no mail that went out still shows its link',
    'mail',
    `update mail set text = replace(text, '/q/#link-', '/q/#') where kind = 'QUOTE_LINK'`,
  ],
  ['tokens, sessions and codes are kept as hashes', 'link', `update link set token_hash = id`],
];
