import { lowestPrice, type PricedOffer } from '@countersign/api/domain/lowest-price';
import { type CostedQuote, type Margin, quoteMargin } from '@countersign/api/domain/margin';
import { minor } from '@countersign/api/domain/money';
import { initialChoices, type Offer } from '@countersign/api/domain/options';
import { type Choice, type QuotePrice, quotePrice, type Totals } from '@countersign/api/domain/pricing';
import { isLocalDate } from '@countersign/api/domain/local-date';
import { type StagePlan, stageTotals } from '@countersign/api/domain/stages';
import { amountOf, parseThousandths } from '../../../ui/entry.ts';
import { blankGroupsOf, isBlankLine, isBlankOption } from './blank-rows.ts';
import { limitsOf } from './option-groups.ts';
import type { LineEntry, OptionEntry, QuoteForm, StageEntry } from './quote-form.ts';
import { readCost, readDiscount, readPrice, readQuantity, readTax, readWhole } from '../../../ui/values.ts';

/** Remembers the answer for as long as the record lives: typing in one row reads one row. */
function remembered<Entry extends object, Read>(read: (entry: Entry, currency: string) => Read) {
  const known = new WeakMap<Entry, { currency: string; read: Read }>();
  return (entry: Entry, currency: string): Read => {
    const before = known.get(entry);
    if (before?.currency === currency) return before.read;
    const answer = read(entry, currency);
    known.set(entry, { currency, read: answer });
    return answer;
  };
}

/** The line as the arithmetic wants it; what cannot be read yet counts as nothing. */
export const pricedLine = remembered((line: LineEntry, currency) => ({
  ...readTax(line.tax),
  quantity: Math.max(0, readQuantity(line.quantity) ?? 0),
  unitPrice: readPrice(line.unitPrice, currency),
  discount: readDiscount(line.discount, currency) ?? null,
  billing: line.billing,
  cost: readCost(line.cost, currency),
}));

export const pricedOption = remembered((option: OptionEntry, currency) => {
  const minQuantity = Math.max(1, readWhole(option.minQuantity) ?? 1);
  return {
    ...readTax(option.tax),
    id: option.id,
    title: option.title.trim(),
    groupId: option.groupId,
    price: readPrice(option.price, currency),
    billing: option.billing,
    minQuantity,
    maxQuantity: Math.max(minQuantity, readWhole(option.maxQuantity) ?? 1),
    requires: option.requires,
    excludes: option.excludes,
    preselected: option.preselected,
    cost: readCost(option.cost, currency),
  };
});

export const plannedStage = remembered((stage: StageEntry, currency): StagePlan => {
  const { kind, value, due, dueOn } = stage;
  return {
    percent: kind === 'PERCENT' ? (parseThousandths(value.replace(/%\s*$/, '')) ?? 0) : null,
    amount: kind === 'AMOUNT' ? (amountOf(value, currency) ?? minor(0)) : null,
    due,
    dueOn: due === 'ON_DATE' && isLocalDate(dueOn) ? dueOn : null,
    autoIssue: stage.autoIssue,
  };
});

/** All that decides the price and the choices, as it would be saved. */
export const pricedQuote = remembered((form: QuoteForm, currency): CostedQuote & PricedOffer & Offer => {
  const blank = blankGroupsOf(form);
  return {
    pricesIncludeTax: form.pricesIncludeTax,
    taxRounding: form.taxRounding,
    discount: readDiscount(form.discount, currency) ?? null,
    lines: form.lines.filter((line) => !isBlankLine(line)).map((line) => pricedLine(line, currency)),
    groups: form.groups
      .filter((group) => !blank.has(group.id))
      .map(({ id, title, description, ...group }) => ({
        ...{ id, title: title.trim(), description },
        ...limitsOf(form, { id, title, description, ...group }),
      })),
    options: form.options
      .filter((option) => !isBlankOption(option))
      .map((option) => pricedOption(option, currency)),
  };
});

export type Live = Readonly<{
  choices: readonly Choice[];
  price: QuotePrice;
  margin: Margin | null;
  stages: readonly Totals[];
}>;

/** What it comes to while one types, by the server's own arithmetic; null when the sums are beyond what can be exact. */
export const liveFigures = remembered((form: QuoteForm, currency): Live | null => {
  const quote = pricedQuote(form, currency);
  try {
    const choices = initialChoices(quote);
    const price = quotePrice(quote, choices);
    const plans = form.stages.map((stage) => plannedStage(stage, currency));
    const isNothing = quote.lines.length + quote.options.length === 0;
    return {
      choices,
      price,
      margin: isNothing ? null : quoteMargin(quote, choices),
      stages: stageTotals(price.totals, plans),
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
});

/** The least that it can come to; null when that is beyond what can be exact. */
export const lowest = remembered((form: QuoteForm, currency) => {
  try {
    return lowestPrice(pricedQuote(form, currency));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
});
