import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { type ChangeOfContract, contractValue } from '../domain/change-order.ts';
import type { MinorUnits } from '../domain/money.ts';
import { findQuote } from './find-quote.ts';
import type { Quote } from './quote.entity.ts';

type Change = Pick<Row<Quote>, 'changeKind' | 'gross' | 'status'>;

/** What an accepted quote is worth with its signed changes. */
export const worthWith = (accepted: Pick<Row<Quote>, 'gross'>, changes: readonly Change[]): MinorUnits =>
  contractValue(
    accepted.gross,
    changes.flatMap(({ changeKind, gross, status }) =>
      changeKind === null || status !== 'ACCEPTED' ? [] : [{ kind: changeKind, gross }],
    ),
  );

/** What a change says about the contract; sealed with it, so it is what was known when it was approved. Null for no change. */
export async function changeOfContract(
  query: Sql,
  change: { changeOf?: string | null | undefined; changeKind?: Row<Quote>['changeKind'] | undefined },
): Promise<ChangeOfContract | null> {
  if (change.changeOf == null || change.changeKind == null) return null;
  const accepted = await findQuote(query, change.changeOf);
  if (accepted === undefined) throw new Error(`Quote ${change.changeOf} is changed and missing`);
  const changes = await query
    .selectFrom('quote')
    .select(['changeKind', 'gross', 'status'])
    .where('changeOf', '=', accepted.id)
    .execute();
  return { of: accepted.number ?? '', kind: change.changeKind, contractBefore: worthWith(accepted, changes) };
}
