import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import type { StatementStatus } from '../domain/bank/line-status.ts';
import type { StatementFormat } from '../domain/bank/statement.ts';
import type { LocalDate } from '../domain/local-date.ts';

const BankStatementSchema = defineEntity({
  name: 'BankStatement',
  properties: {
    id: p.text().primary(),
    filename: p.text(),
    /** SHA-256 of the file; the same file is the same statement. Its bytes are kept as a blob until they are imported. */
    hash: p.text().unique(),
    format: p.text().$type<StatementFormat>(),
    status: p.text().$type<StatementStatus>(),
    /** JSON: which column holds what, for CSV. */
    mapping: p.text().nullable(),
    /** How many lines the file has; 0 until it was read. */
    lineCount: p.integer(),
    /** How many of them were looked at so far, and how many were new. */
    doneCount: p.integer(),
    newCount: p.integer(),
    /** Why the file could not be imported. */
    problem: p.text().nullable(),
    /** JSON: the first rows that could not be read, {row, message}, and how many there are. */
    problems: p.text(),
    problemCount: p.integer(),
    firstDay: p.text().$type<LocalDate>().nullable(),
    lastDay: p.text().$type<LocalDate>().nullable(),
    uploadedBy: p.text(),
    createdAt: p.text().$type<Instant>(),
  },
});
export class BankStatement extends BankStatementSchema.class {}
BankStatementSchema.setClass(BankStatement);
