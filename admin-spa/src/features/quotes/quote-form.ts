import type { PricedQuote, Totals } from '@countersign/api/domain/pricing';
import { type MinorUnits, minor } from '@countersign/api/domain/money';
import { quoteTotals } from '@countersign/api/domain/pricing';
import { amountOf, parseThousandths } from '../../ui/entry.ts';

/** What the editor holds: text as it is typed, so that nothing jumps under the fingers. */
export type LineEntry = {
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  taxRate: string;
};
export type OptionEntry = {
  title: string;
  description: string;
  price: string;
  taxRate: string;
  preselected: boolean;
};
export type StageEntry = { label: string; share: string };
export type QuoteForm = {
  customerId: string;
  title: string;
  scope: string;
  terms: string;
  pricesIncludeTax: boolean;
  validUntil: string;
  paymentTermsDays: string;
  lines: LineEntry[];
  options: OptionEntry[];
  stages: StageEntry[];
};

export const emptyLine = (taxRate: string): LineEntry => ({
  description: '',
  quantity: '1',
  unit: '',
  unitPrice: '',
  taxRate,
});

export const emptyOption = (taxRate: string): OptionEntry => ({
  title: '',
  description: '',
  price: '',
  taxRate,
  preselected: false,
});

/** A line without words and without a price was never filled in; it is left out when the quote is saved. */
export const isBlank = (line: LineEntry | undefined): boolean =>
  line !== undefined && line.description.trim() === '' && line.unitPrice.trim() === '';

export const stagePlans: readonly { label: string; stages: StageEntry[] }[] = [
  { label: '100 %', stages: [{ label: 'Full amount', share: '100' }] },
  {
    label: '50 / 50',
    stages: [
      { label: 'Deposit', share: '50' },
      { label: 'Final', share: '50' },
    ],
  },
  {
    label: '30 / 40 / 30',
    stages: [
      { label: 'Deposit', share: '30' },
      { label: 'Progress', share: '40' },
      { label: 'Final', share: '30' },
    ],
  },
];

const zero = minor(0);

/** A price that cannot be read yet counts as nothing; the field says so. Never less than nothing. */
const amount = (text: string, currency: string): MinorUnits => {
  const read = amountOf(text, currency);
  return read !== null && read > 0 ? read : zero;
};

function pricedQuote(form: QuoteForm, currency: string): PricedQuote {
  return {
    pricesIncludeTax: form.pricesIncludeTax,
    lines: form.lines.map((line) => ({
      quantity: parseThousandths(line.quantity) ?? 0,
      unitPrice: amount(line.unitPrice, currency),
      taxRate: parseThousandths(line.taxRate) ?? 0,
    })),
    options: form.options.map((option, position) => ({
      id: String(position),
      price: amount(option.price, currency),
      taxRate: parseThousandths(option.taxRate) ?? 0,
    })),
  };
}

/** Totals without options and with all of them; null when the sums are beyond what can be exact. */
export function liveTotals(form: QuoteForm, currency: string): { without: Totals; withAll: Totals } | null {
  const quote = pricedQuote(form, currency);
  try {
    const all = quote.options.map((option) => option.id);
    return { without: quoteTotals(quote, []), withAll: quoteTotals(quote, all) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export const stageShares = (form: Pick<QuoteForm, 'stages'>) =>
  form.stages.map((stage, position) => ({
    share: parseThousandths(stage.share) ?? 0,
    due: position === 0 ? ('ON_SIGNING' as const) : ('ON_MILESTONE' as const),
  }));
