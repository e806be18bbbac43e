const one = (table: string): string => `(select min(id) from ${table})`;

/** A posting from before everything, about nothing. */
const putIn = (id: string, kind: string, debit: string, credit: string): string =>
  `insert into ledger_entry (id, kind, debit, credit, amount, currency, customer_id, at, "by")
    values ('${id}', '${kind}', '${debit}', '${credit}', 100, 'AUD', ${one('customer')}, '2026-11-21T01:00:00.000Z', 'Eve')`;

/** Of tamperings.ts, what somebody changes about the history and the book, which are sealed in one chain. */
export const historyTamperings: readonly (readonly [
  finding: string,
  tables: string,
  ...statements: string[],
])[] = [
  [
    'every step of a quote, an invoice and a payment stands in the history, with who did it',
    'audit',
    `delete from audit where action = 'quote.accepted'`,
  ],
  [
    'every step of a quote, an invoice and a payment stands in the history, with who did it',
    'audit',
    `delete from audit where action = 'payment.confirmed'`,
  ],
  [
    'every step of a quote, an invoice and a payment stands in the history, with who did it',
    'audit',
    `update audit set actor = ''`,
  ],
  ['the history and the book are unbroken (changed)', 'audit', `update audit set text = text || '.'`],
  [
    'the history and the book are unbroken (missing)',
    'audit',
    `delete from audit where action = 'customer.created'`,
  ],
  [
    'the history and the book are unbroken (changed)',
    'ledger_entry',
    `update ledger_entry set at = '2026-11-20T01:00:00.000Z' where kind = 'INVOICED'`,
  ],
  ['the history and the book are unbroken (changed)', 'ledger_entry', `update ledger_entry set "by" = 'Eve'`],
  [
    'the history and the book are unbroken (changed)',
    'ledger_entry',
    `update ledger_entry set customer_id = ${one('customer')} where kind = 'INVOICED'`,
  ],
  [
    'the history and the book are unbroken (missing)',
    'ledger_entry',
    `delete from ledger_entry where kind = 'PAID'`,
  ],
  [
    'every posting of the book has its seal',
    'ledger_entry',
    putIn('00000000-0000-7000-8000-000000000001', 'REFUNDED', 'CUSTOMER_CREDIT', 'BANK'),
    putIn('00000000-0000-7000-8000-000000000002', 'REFUND_REVERSED', 'BANK', 'CUSTOMER_CREDIT'),
  ],
  [
    'every posting of the book has its seal',
    'ledger_entry',
    `insert into ledger_entry (id, kind, debit, credit, amount, currency, customer_id, at, "by")
      select ${one('audit')}, kind, debit, credit, amount, currency, customer_id, at, "by" from ledger_entry where id = ${one('ledger_entry')}`,
  ],
  [
    'every entry of the history has its seal',
    'audit',
    `insert into audit (id, at, actor, action, text, facts, words_hash) values ('00000000-0000-7000-8000-000000000003', '2026-11-21T01:00:00.000Z', 'Eve', 'x', 'x', '{}', 'x')`,
  ],
  ['the history and the book are unbroken (gap)', 'audit_seal', `delete from audit_seal where seq = 2`],
  [
    'the history reaches to the fingerprint that was mailed',
    'audit_seal',
    `delete from audit_seal where seq > 2`,
  ],
  [
    'the history has the fingerprint that was mailed',
    'audit_anchor',
    `update audit_anchor set hash = '${'0'.repeat(64)}'`,
  ],
];
