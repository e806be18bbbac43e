import type { LocalDate } from '../domain/local-date.ts';
import { initialChoices } from '../domain/options.ts';
import { type Discount, quotePrice, type TaxRounding } from '../domain/pricing.ts';
import { searchKey } from '../domain/search-key.ts';
import type { DiscountInput } from './quote-content.type.ts';
import type { QuoteDraft } from './quote-draft.ts';
import type { QuoteInput } from './quote-input.type.ts';

/** What the editor sent, as it is kept: null where nothing was given. `rounding` is the company's. */
export const draftFrom = (input: QuoteInput, rounding: TaxRounding): QuoteDraft => ({
  scope: input.scope,
  terms: input.terms,
  pricesIncludeTax: input.pricesIncludeTax,
  taxRounding: input.taxRounding ?? rounding,
  discount: discountFrom(input.discount),
  effectiveDate: input.effectiveDate ?? null,
  paymentTermsDays: input.paymentTermsDays ?? null,
  termsNote: input.termsNote.trim(),
  mailboxProof: input.mailboxProof ?? null,
  lines: input.lines.map((line) => ({
    ...line,
    discount: discountFrom(line.discount),
    cost: line.cost ?? null,
    itemId: line.itemId ?? null,
  })),
  groups: input.groups.map((group) => ({ ...group })),
  options: input.options.map((option) => ({
    ...option,
    groupId: option.groupId ?? null,
    cost: option.cost ?? null,
    itemId: option.itemId ?? null,
  })),
  stages: input.stages.map((stage) => ({
    ...stage,
    percent: stage.percent ?? null,
    amount: stage.amount ?? null,
    dueOn: stage.dueOn ?? null,
    paymentTermsDays: stage.paymentTermsDays ?? null,
  })),
});

const discountFrom = (input: DiscountInput | null | undefined): Discount | null =>
  input == null ? null : { percent: input.percent ?? null, amount: input.amount ?? null };

type Content = { title: string; validUntil: LocalDate; draft: QuoteDraft };

/** The columns of a quote that its content decides. Lists show what it comes to on the page that the customer begins with. */
export const editedColumns = ({ title, validUntil, draft }: Content) => ({
  title: title.trim(),
  validUntil,
  draft: JSON.stringify(draft),
  gross: quotePrice(draft, initialChoices(draft)).totals.gross,
  searchKey: searchKey(title),
});
