import type { Billing, TaxRounding } from '@countersign/api/domain/pricing';
import type { StageDue } from '@countersign/api/domain/stages';

/**
 * What the editor holds: text as it is typed, so that nothing jumps under the fingers, in records that are never changed but
 * replaced, so that a row which is the same object is the same row. `tax` is a treatment and a rate: `STANDARD:10000`.
 */
export type LineEntry = Readonly<{
  id: string;
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  /** `10 %`, `50` or nothing. */
  discount: string;
  tax: string;
  billing: Billing;
  cost: string;
  itemId: string | null;
}>;

/** An empty `max` is as many as the group has. */
export type GroupEntry = Readonly<{
  id: string;
  title: string;
  description: string;
  min: string;
  max: string;
}>;

export type OptionEntry = Readonly<{
  id: string;
  groupId: string | null;
  title: string;
  description: string;
  unit: string;
  price: string;
  tax: string;
  billing: Billing;
  minQuantity: string;
  maxQuantity: string;
  requires: readonly string[];
  excludes: readonly string[];
  preselected: boolean;
  cost: string;
  itemId: string | null;
}>;

export type StageKind = 'PERCENT' | 'AMOUNT' | 'REMAINDER';

export type StageEntry = Readonly<{
  id: string;
  label: string;
  kind: StageKind;
  value: string;
  due: StageDue;
  dueOn: string;
  paymentTermsDays: string;
  autoIssue: boolean;
}>;

export type QuoteForm = Readonly<{
  title: string;
  scope: string;
  terms: string;
  pricesIncludeTax: boolean;
  taxRounding: TaxRounding;
  discount: string;
  validUntil: string;
  effectiveDate: string;
  paymentTermsDays: string;
  termsNote: string;
  /** How the signer proves the mailbox; empty takes the company's way. */
  mailboxProof: '' | 'NONE' | 'TYPED' | 'CODE';
  lines: readonly LineEntry[];
  groups: readonly GroupEntry[];
  options: readonly OptionEntry[];
  stages: readonly StageEntry[];
}>;

/** The lists of a quote, and what one row of each is. */
export type Rows = {
  lines: LineEntry;
  groups: GroupEntry;
  options: OptionEntry;
  stages: StageEntry;
};
export type ListName = keyof Rows;

/** The name of a row for people and assistive technology. */
export const rowName = { lines: 'line', groups: 'group', options: 'option', stages: 'stage' } as const;

/** Ids are made here and stay for good: a save, an undo or somebody else's change never mixes two rows up. */
export const newId = (): string => crypto.randomUUID();
