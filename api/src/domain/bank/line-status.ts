/**
 * Where a line of the bank and the file that it came in can stand. Money that came waits for a person, who says which invoice
 * it is for, or that it is none of ours; money that went is kept for the books and is nothing to match.
 */

/** Where a line can stand. */
export const bankLineStatuses = ['TO_MATCH', 'MATCHED', 'IGNORED', 'OUTGOING'] as const;

/** Where a line stands. */
export type BankLineStatus = (typeof bankLineStatuses)[number];

/** Where a statement can stand. */
export const statementStatuses = ['UPLOADED', 'IMPORTING', 'IMPORTED', 'FAILED'] as const;

/** Where a statement stands. */
export type StatementStatus = (typeof statementStatuses)[number];
