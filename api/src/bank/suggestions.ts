import DataLoader from 'dataloader';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { matchesOf, type Suggestion } from '../domain/bank/match.ts';
import type { BankLine } from './bank-line.entity.ts';
import { candidatesFor } from './candidates.ts';

/** What the lines of a page could be now: asked when they are looked at, because invoices are paid in other ways too. */
export const suggestionsOfLine = (query: Sql) =>
  new DataLoader<Row<BankLine>, readonly Suggestion[]>(async (lines) => {
    const candidates = await candidatesFor(query, lines);
    return lines.map((line) => {
      if (line.status !== 'TO_MATCH') return [];
      const { invoices, ...known } = candidates(line);
      return matchesOf(line, invoices, known);
    });
  });
