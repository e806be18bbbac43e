/**
 * An invoice for work that was never quoted: 2.5 hours at $90.00 less 10 % are $202.50, and with 10 % GST on it $222.75.
 * Lines are priced like those of a quote, so the tax of each rate is rounded once and then divided among its lines.
 */
import type { BankAccount } from './bank-account.ts';
import { hundredPercent } from './discount.ts';
import type { AgreedTerms, InvoiceContent, InvoiceLine } from './invoice.ts';
import { type CurrencyCode, type MinorUnits, minor, split, sum } from './money.ts';
import { lineAmount, listAmount, type PricedItem, quotePrice } from './pricing.ts';
import type { Client, Party } from './quote-snapshot.ts';
import { isTaxedAlike, type TaxRule, type TaxTotal } from './tax.ts';

/** A line as it is written. */
export type FreeLine = Omit<PricedItem, 'billing'> & Readonly<{ description: string; unit: string }>;

/** What a free invoice is made of. */
export type FreeWork = Readonly<{
  company: Party;
  customer: Client;
  bankDetails: readonly string[];
  bankAccount: BankAccount | null;
  subject: string;
  currency: CurrencyCode;
  rule: TaxRule;
  lines: readonly FreeLine[];
  /** Sentences that the law asks for. */
  exemptNote: string;
  reverseChargeNote: string;
  /** The days that apply without an agreement of its own. */
  usualTermsDays: number;
  terms: AgreedTerms | null;
}>;

const priced = (rule: TaxRule, lines: readonly FreeLine[]) =>
  quotePrice(
    {
      ...rule,
      discount: null,
      options: [],
      lines: lines.map((line) => ({ ...line, billing: 'ONCE' as const })),
    },
    [],
  ).totals;

/** Whether it comes to something, and that exactly. */
export function isBillable(rule: TaxRule, lines: readonly FreeLine[]): boolean {
  try {
    return priced(rule, lines).gross > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The deepest discount of a line, in thousandths of a percent, rounded down. */
export const deepestLineDiscount = (lines: readonly FreeLine[]): number =>
  Math.max(
    0,
    ...lines.map((line) => {
      const list = listAmount(line);
      if (list <= 0) return 0;
      return Number((BigInt(list - lineAmount(line)) * BigInt(hundredPercent)) / BigInt(list));
    }),
  );

/** The lines of one treatment and rate: its tax is divided among them, so that they add up to it. */
function linesOfRate(part: TaxTotal, lines: readonly FreeLine[], rule: TaxRule): Map<FreeLine, InvoiceLine> {
  const same = lines.filter((line) =>
    isTaxedAlike({ treatment: line.taxTreatment, rate: line.taxRate }, part),
  );
  const amounts = same.map(lineAmount);
  const taxes = part.tax === 0 ? amounts.map(() => minor(0)) : split(part.tax, amounts);
  return new Map(
    same.map((line, k) => [line, lineOf(line, amounts[k] ?? minor(0), taxes[k] ?? minor(0), rule)]),
  );
}

function lineOf(line: FreeLine, amount: MinorUnits, tax: MinorUnits, rule: TaxRule): InvoiceLine {
  const net = rule.pricesIncludeTax ? minor(amount - tax) : amount;
  const { description, quantity, unit, unitPrice, discount, taxTreatment, taxRate } = line;
  return {
    description,
    quantity,
    unit,
    unitPrice,
    discount,
    taxTreatment,
    taxRate,
    net,
    tax,
    gross: sum([net, tax]),
  };
}

/** Everything that the document says. A RangeError when the prices are too large to be exact. */
export function freeInvoice(work: FreeWork): InvoiceContent {
  const totals = priced(work.rule, work.lines);
  const made = new Map(totals.taxes.flatMap((part) => [...linesOfRate(part, work.lines, work.rule)]));
  const lines = work.lines.flatMap((line) => made.get(line) ?? []);
  const isAnywhere = (how: InvoiceLine['taxTreatment']): boolean =>
    lines.some(({ taxTreatment }) => taxTreatment === how);
  return {
    company: work.company,
    customer: work.customer,
    bankDetails: work.bankDetails,
    bankAccount: work.bankAccount,
    subject: work.subject,
    stage: null,
    earlier: [],
    reductions: [],
    currency: work.currency,
    pricesIncludeTax: work.rule.pricesIncludeTax,
    lines,
    totals,
    taxNotes: [
      ...(isAnywhere('EXEMPT') ? [work.exemptNote] : []),
      ...(isAnywhere('REVERSE_CHARGE') ? [work.reverseChargeNote] : []),
    ],
    paymentTermsDays: work.terms?.days ?? work.usualTermsDays,
    termsNote: work.terms?.note ?? null,
  };
}
