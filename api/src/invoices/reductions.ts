import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import type { StageReduction } from '../domain/invoice.ts';
import type { TaxTotal } from '../domain/pricing.ts';
import type { ContractReduction } from './contract-reduction.entity.ts';

/** What signed changes took off the stages of an accepted quote so far, in the order of their signatures. */
export const reductionsOf = (query: Sql, acceptanceId: string): Promise<Row<ContractReduction>[]> =>
  query
    .selectFrom('contractReduction')
    .selectAll()
    .where('acceptanceId', '=', acceptanceId)
    .orderBy('id')
    .execute();

/** The part of them that the invoice of one stage bears. */
export const reductionsOfStage = (
  reductions: readonly Row<ContractReduction>[],
  position: number,
): StageReduction[] =>
  reductions
    .filter(({ stagePosition }) => stagePosition === position)
    .map(({ changeNumber, taxes }) => ({ number: changeNumber, taxes: JSON.parse(taxes) as TaxTotal[] }));
