const at = '2026-11-21T01:00:00.000Z';
const anErasure = `insert into erasure (id, customer_id, day, at, actor, reason, kind, counts) select 'forged', min(id), '2026-11-21', '${at}', 'Eve', 'None', 'LEAD', '{}' from customer`;

/** What somebody takes away and calls it an erasure. */
export const erasureTamperings: readonly (readonly [
  finding: string,
  tables: string,
  ...statements: string[],
])[] = [
  [
    'what was erased names the erasure of its customer',
    'quote',
    `update quote set erasure_id = 'nothing', title = 'Erased' where status = 'CANCELED'`,
  ],
  [
    'what was erased names the erasure of its customer',
    'acceptance erasure',
    anErasure,
    `update acceptance set erasure_id = 'forged', evidence = '{}', signer_email = ''`,
  ],
  [
    'what was erased names the erasure of its customer',
    'document',
    `update document set erasure_id = (select min(id) from erasure)`,
  ],
  [
    'what was erased names the erasure of its customer',
    'audit',
    `update audit set erasure_id = (select min(id) from erasure), text = 'Erased', facts = '{}', salt = null where action = 'payment.confirmed'`,
  ],
  [
    'a quote and its signature are erased together',
    'quote',
    `update quote set erasure_id = (select min(id) from erasure) where status = 'ACCEPTED'`,
  ],
  ['words go with their salt, and not without an erasure', 'audit', `update audit set salt = null`],
  [
    'every erasure stands in the history, and nobody is erased or restricted without one',
    'erasure',
    anErasure,
  ],
  [
    'every erasure stands in the history, and nobody is erased or restricted without one',
    'customer',
    `update customer set restricted_at = '${at}'`,
  ],
  [
    'every erasure stands in the history, and nobody is erased or restricted without one',
    'customer',
    `update customer set email = 'back@example.com' where erased_at is not null`,
  ],
];
