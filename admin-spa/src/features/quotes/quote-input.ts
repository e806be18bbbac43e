import { type LocalDate, localDate } from '@countersign/api/domain/local-date';
import { type MinorUnits, minor } from '@countersign/api/domain/money';
import type { QuoteInput } from '../../gql/graphql.ts';
import { daysOf } from '../../ui/customer-entry.ts';
import { amountOf, amountText, parseThousandths, thousandthsText } from '../../ui/entry.ts';
import { isBlank, type QuoteForm, stageShares } from './quote-form.ts';

const priceOf = (text: string, currency: string): MinorUnits => amountOf(text, currency) ?? minor(0);

/** What the server is told. Each field was checked where it stands, so nothing is guessed here. */
export function inputOf(form: QuoteForm, currency: string): QuoteInput {
  const shares = stageShares(form);
  return {
    title: form.title.trim(),
    scope: form.scope,
    terms: form.terms,
    pricesIncludeTax: form.pricesIncludeTax,
    validUntil: localDate(form.validUntil),
    paymentTermsDays: daysOf(form.paymentTermsDays),
    lines: form.lines
      .filter((line) => !isBlank(line))
      .map((line) => ({
        description: line.description.trim(),
        quantity: parseThousandths(line.quantity) ?? 0,
        unit: line.unit.trim(),
        unitPrice: priceOf(line.unitPrice, currency),
        taxRate: parseThousandths(line.taxRate) ?? 0,
      })),
    options: form.options.map((option) => ({
      title: option.title.trim(),
      description: option.description.trim(),
      price: priceOf(option.price, currency),
      taxRate: parseThousandths(option.taxRate) ?? 0,
      preselected: option.preselected,
    })),
    stages: form.stages.map((stage, position) => ({
      label: stage.label.trim(),
      share: shares[position]?.share ?? 0,
      due: shares[position]?.due ?? 'ON_MILESTONE',
    })),
  };
}

type Price = { amount: MinorUnits; currency: string };
type Saved = {
  customer: { id: string };
  title: string;
  scope: string;
  terms: string;
  pricesIncludeTax: boolean;
  validUntil: LocalDate;
  paymentTermsDays: number | null;
  lines: readonly {
    description: string;
    quantity: number;
    unit: string;
    unitPrice: Price;
    taxRate: number;
  }[];
  options: readonly {
    title: string;
    description: string;
    price: Price;
    taxRate: number;
    preselected: boolean;
  }[];
  stages: readonly { label: string; share: number }[];
};

const priceText = (price: Price) => amountText(price.amount, price.currency);

/** A saved draft as the editor shows it. */
export function formOf(quote: Saved): QuoteForm {
  return {
    customerId: quote.customer.id,
    title: quote.title,
    scope: quote.scope,
    terms: quote.terms,
    pricesIncludeTax: quote.pricesIncludeTax,
    validUntil: quote.validUntil,
    paymentTermsDays: quote.paymentTermsDays === null ? '' : String(quote.paymentTermsDays),
    lines: quote.lines.map((line) => ({
      description: line.description,
      quantity: thousandthsText(line.quantity),
      unit: line.unit,
      unitPrice: priceText(line.unitPrice),
      taxRate: thousandthsText(line.taxRate),
    })),
    options: quote.options.map((option) => ({
      title: option.title,
      description: option.description,
      price: priceText(option.price),
      taxRate: thousandthsText(option.taxRate),
      preselected: option.preselected,
    })),
    stages: quote.stages.map((stage) => ({ label: stage.label, share: thousandthsText(stage.share) })),
  };
}
