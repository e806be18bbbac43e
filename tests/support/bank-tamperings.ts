/** What somebody changes at the lines of the bank behind our back, in which tables, and what the check says about it. */
export const bankTamperings: readonly (readonly [
  finding: string,
  tables: string,
  ...statements: string[],
])[] = [
  [
    'a matched line of the bank is confirmed payments to the coin, and no other line is any',
    'bank_match',
    `delete from bank_match`,
  ],
  [
    'a matched line of the bank is confirmed payments to the coin, and no other line is any',
    'bank_line',
    `update bank_line set amount = amount + 1 where status = 'MATCHED'`,
  ],
  [
    'a matched line of the bank is confirmed payments to the coin, and no other line is any',
    'bank_line',
    `update bank_line set status = 'TO_MATCH', settled_by = null, settled_at = null where status = 'MATCHED'`,
  ],
  [
    'a line of the bank says who settled it and when exactly when it is settled, and why when it was put aside',
    'bank_line',
    `update bank_line set settled_by = null where status = 'MATCHED'`,
  ],
  [
    'a line of the bank says who settled it and when exactly when it is settled, and why when it was put aside',
    'bank_line',
    `update bank_line set note = null where status = 'IGNORED'`,
  ],
  [
    'an imported statement has looked at all of its lines, and kept those that were new',
    'bank_line',
    `delete from bank_line where status = 'IGNORED'`,
  ],
  [
    'an imported statement has looked at all of its lines, and kept those that were new',
    'bank_statement',
    `update bank_statement set line_count = line_count + 1`,
  ],
];
