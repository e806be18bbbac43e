/**
 * A change of what was agreed: a signed addendum to an accepted quote. An ADDITION of $500.00 has stages and invoices of its
 * own; a REDUCTION of $300.00 lessens what is still to be invoiced, next stage first, and then by credit note what was,
 * newest invoice first. The contract is worth the original and its signed changes.
 */
import { type MinorUnits, minor } from './money.ts';

/** What a change can do. */
export const changeKinds = ['ADDITION', 'REDUCTION'] as const;

/** What a change does. */
export type ChangeKind = (typeof changeKinds)[number];

/** What a sealed change says about the contract: the number of the accepted quote, and what it was worth before. */
export type ChangeOfContract = Readonly<{ of: string; kind: ChangeKind; contractBefore: MinorUnits }>;

type Signed = Readonly<{ kind: ChangeKind; gross: MinorUnits }>;

/** What is agreed now: the accepted total with its signed additions, less its signed reductions. */
export const contractValue = (accepted: MinorUnits, changes: readonly Signed[]): MinorUnits =>
  changes.reduce(
    (value, { kind, gross }) => minor(kind === 'ADDITION' ? value + gross : value - gross),
    accepted,
  );
