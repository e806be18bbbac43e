import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { OptionGroup } from '../domain/options.ts';
import type { Discount, TaxRounding } from '../domain/pricing.ts';
import type { SnapshotLine, SnapshotOption, SnapshotStage } from '../domain/quote-snapshot.ts';
import type { MailboxProof } from '../domain/signing-code.ts';
import type { Quote } from './quote.entity.ts';

/** What staff know of a line or an option and the customer does not. */
type Sourced = Readonly<{ cost: MinorUnits | null; itemId: string | null }>;

/** What staff edit: kept as one JSON text, replaced as a whole. Texts are Markdown. */
export type QuoteDraft = Readonly<{
  scope: string;
  terms: string;
  pricesIncludeTax: boolean;
  taxRounding: TaxRounding;
  discount: Discount | null;
  effectiveDate: LocalDate | null;
  paymentTermsDays: number | null;
  termsNote: string;
  /** Null takes the company's way at approval. */
  mailboxProof: MailboxProof | null;
  lines: readonly (SnapshotLine & Sourced)[];
  groups: readonly OptionGroup[];
  options: readonly (SnapshotOption & Sourced)[];
  stages: readonly SnapshotStage[];
}>;

type Kept = Pick<Quote, 'draft'>;

/** A page of a quote asks a dozen times for parts of one draft; two hundred lines are read once. */
const read = new WeakMap<Kept, Readonly<{ text: string; draft: QuoteDraft }>>();

export function draftOf(quote: Kept): QuoteDraft {
  const known = read.get(quote);
  if (known?.text === quote.draft) return known.draft;
  const draft = JSON.parse(quote.draft) as QuoteDraft;
  read.set(quote, { text: quote.draft, draft });
  return draft;
}
