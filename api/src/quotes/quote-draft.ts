import type { MinorUnits } from '../domain/money.ts';
import type { PricedQuote } from '../domain/pricing.ts';
import type { SnapshotLine, SnapshotOption, SnapshotStage } from '../domain/quote-snapshot.ts';
import type { Ids } from '../ports.ts';
import type { QuoteInput } from './quote-input.type.ts';
import type { Quote } from './quote.entity.ts';

/** What staff edit: kept as one JSON text, replaced as a whole. Texts are Markdown. */
export type QuoteDraft = Readonly<{
  scope: string;
  terms: string;
  pricesIncludeTax: boolean;
  paymentTermsDays: number | null;
  lines: readonly SnapshotLine[];
  options: readonly SnapshotOption[];
  stages: readonly SnapshotStage[];
}>;

export const draftOf = (quote: Pick<Quote, 'draft'>): QuoteDraft => JSON.parse(quote.draft) as QuoteDraft;

/** The columns of a quote that its editor sets. Lines, options and stages get new ids with every save of a draft. */
export function editedColumns(input: QuoteInput, ids: Ids, price: (draft: PricedQuote) => MinorUnits) {
  const draft: QuoteDraft = {
    scope: input.scope,
    terms: input.terms,
    pricesIncludeTax: input.pricesIncludeTax,
    paymentTermsDays: input.paymentTermsDays ?? null,
    lines: input.lines.map((line) => ({ ...line, id: ids.id() })),
    options: input.options.map((option) => ({ ...option, id: ids.id() })),
    stages: input.stages.map((stage) => ({ ...stage, id: ids.id() })),
  };
  return {
    title: input.title.trim(),
    validUntil: input.validUntil,
    draft: JSON.stringify(draft),
    gross: price(draft),
  };
}
