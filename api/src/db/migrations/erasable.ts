/**
 * Records that never change, but for the one change that takes a person's words out of them: which columns hold the words. Every
 * other column stays what it was, and an erasure has to stand in its own table before anything is taken.
 */
export const erasable = {
  acceptance: {
    words: ['signer_name', 'signer_email', 'evidence'],
    kept: [
      ...['id', 'quote_id', 'revision_hash', 'method', 'gross', 'currency', 'choices', 'evidence_hash'],
      ...['signature', 'key_id', 'proof', 'signed_at'],
    ],
  },
  audit: {
    words: ['text', 'facts', 'salt'],
    kept: [
      ...['id', 'at', 'actor', 'staff_id', 'action', 'quote_id', 'invoice_id', 'customer_id', 'words_hash'],
    ],
  },
  credit_note: {
    words: ['reason', 'content'],
    kept: [
      ...['id', 'number', 'series', 'serial', 'invoice_id', 'customer_id', 'currency', 'gross'],
      ...['issue_date', 'issued_at', 'issued_by'],
    ],
  },
  document: {
    words: ['bytes'],
    kept: [
      ...['id', 'kind', 'subject_id', 'version', 'filename', 'sha256', 'signature', 'key_id', 'created_at'],
    ],
  },
  link_visit: {
    words: ['ip', 'user_agent'],
    kept: ['id', 'link_id', 'quote_id', 'invoice_id', 'visit_id', 'kind', 'at'],
  },
  payment_log: {
    words: ['reference', 'note'],
    kept: ['id', 'invoice_id', 'payment_id', 'at', 'kind', 'actor', 'method'],
  },
  quote_message: {
    words: ['author', 'text'],
    kept: ['id', 'quote_id', 'family_id', 'kind', 'at'],
  },
  receipt: {
    words: ['content'],
    kept: ['id', 'number', 'series', 'serial', 'payment_id', 'invoice_id', 'issued_at'],
  },
} as const;

type Table = keyof typeof erasable;

/** True in a trigger of SQLite while an erasure that is written down takes the words of a row, for the first time. */
const erasing = `old."erasure_id" is null and exists (select 1 from "erasure" where "id" = new."erasure_id")`;

const same = (columns: readonly string[]): string =>
  columns.map((column) => `old."${column}" is new."${column}"`).join(' and ');

/** The guard of SQLite: nothing changes but words, and those with an erasure alone. */
export const sqliteGuards: readonly string[] = Object.entries(erasable).map(
  ([table, { kept }]) =>
    `create trigger "${table}_no_update" before update on "${table}" when not (${erasing} and ${same(kept)}) begin select raise(abort, '${table} is append-only'); end`,
);

/** The same for a record that is guarded in part: `frozen` never changes while `when` holds, and words go with an erasure alone. */
export const sqliteGuard = (
  table: string,
  when: string,
  { frozen, words }: { frozen: readonly string[]; words: readonly string[] },
): string =>
  `create trigger "${table}_no_update" before update on "${table}" when ${when} and (not (${same(frozen)}) or (not (${same([...words, 'erasure_id'])}) and not (${erasing}))) begin select raise(abort, '${table} is append-only'); end`;

/** The same three for PostgreSQL, whose triggers cannot ask another table: a function does. */
export const postgresFunction = `create function refuse_unless_erased() returns trigger language plpgsql as $$ begin
  if old."erasure_id" is null and exists (select 1 from "erasure" where "id" = new."erasure_id")
    and to_jsonb(old) - tg_argv - 'erasure_id' = to_jsonb(new) - tg_argv - 'erasure_id' then return new; end if;
  raise exception '% is append-only', tg_table_name; end $$`;

const literals = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

export const postgresGuards: readonly string[] = (Object.keys(erasable) as Table[]).flatMap((table) => [
  `create trigger "${table}_no_update" before update on "${table}" for each row execute function refuse_unless_erased(${literals(erasable[table].words)})`,
  `create trigger "${table}_no_delete" before delete or truncate on "${table}" for each statement execute function refuse_change()`,
]);

export const postgresGuard = (
  table: string,
  when: string,
  { frozen, words }: { frozen: readonly string[]; words: readonly string[] },
): string =>
  `create trigger "${table}_no_update" before update on "${table}" for each row when (${when} and (${[...frozen, ...words, 'erasure_id'].map((column) => `old."${column}" is distinct from new."${column}"`).join(' or ')})) execute function refuse_unless_erased(${literals(words)})`;

/** What an issued invoice and confirmed money say for good. */
export const frozenInvoice = {
  frozen: [
    ...['gross', 'currency', 'number', 'series', 'serial', 'issue_date', 'due_date', 'issued_at'],
    ...['customer_id', 'kind'],
  ],
  words: ['content', 'recipient', 'customer_name', 'customer_key', 'approval_reasons'],
};
export const frozenPayment = {
  frozen: [
    ...['status', 'amount', 'allocated', 'currency', 'method', 'invoice_id', 'confirmed_at', 'confirmed_by'],
    ...['received_on'],
  ],
  words: ['reference', 'proofs', 'failure'],
};
