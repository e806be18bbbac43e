import type { TaxRounding, Totals } from '@countersign/api/domain/pricing';
import { quotePrice } from '@countersign/api/domain/pricing';
import type { FreeInvoiceInput, FreeInvoiceFormFragment } from '../../../gql/graphql.ts';
import { amountOf, amountText, thousandthsText } from '../../../ui/entry.ts';
import { discountText, readDiscount, readPrice, readQuantity, readTax, taxOf } from '../../../ui/values.ts';

/** A line as it is typed; `tax` is a treatment and a rate: `STANDARD:10000`. */
export type FreeLine = Readonly<{
  id: string;
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  discount: string;
  tax: string;
}>;

/** A free invoice as it is typed. Empty days take the usual terms. */
export type FreeForm = Readonly<{
  subject: string;
  pricesIncludeTax: boolean;
  termsDays: string;
  termsNote: string;
  lines: readonly FreeLine[];
}>;

export const blankFreeLine = (tax: string): FreeLine => ({
  id: crypto.randomUUID(),
  description: '',
  quantity: '1',
  unit: '',
  unitPrice: '',
  discount: '',
  tax,
});

/** Without words and a price it was never filled in: it is left out. */
const isBlank = ({ description, unitPrice, discount }: FreeLine): boolean =>
  [description, unitPrice, discount].every((text) => text.trim() === '');

const filled = ({ lines }: FreeForm): readonly FreeLine[] => lines.filter((line) => !isBlank(line));

/** What is sent. Call it only without problems: what cannot be read counts as nothing here. */
export function freeInput(form: FreeForm, currency: string): FreeInvoiceInput {
  const days = form.termsDays.trim();
  return {
    subject: form.subject.trim(),
    pricesIncludeTax: form.pricesIncludeTax,
    lines: filled(form).map((line) => ({
      description: line.description.trim(),
      quantity: Math.max(0, readQuantity(line.quantity) ?? 0),
      unit: line.unit.trim(),
      unitPrice: readPrice(line.unitPrice, currency),
      discount: readDiscount(line.discount, currency) ?? null,
      ...readTax(line.tax),
    })),
    paymentTermsDays: days === '' ? null : Number(days),
    termsNote: days === '' ? null : form.termsNote.trim(),
  };
}

/** What it comes to, by the server's own arithmetic; null when that is beyond what can be exact. */
export function freeTotals(form: FreeForm, currency: string, taxRounding: TaxRounding): Totals | null {
  const { pricesIncludeTax, lines } = freeInput(form, currency);
  try {
    const priced = lines.map(({ discount, ...line }) => ({
      ...line,
      discount: discount ? { percent: discount.percent ?? null, amount: discount.amount ?? null } : null,
      billing: 'ONCE' as const,
    }));
    const quote = { pricesIncludeTax, taxRounding, discount: null, lines: priced, options: [] };
    return quotePrice(quote, []).totals;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function lineProblems(line: FreeLine, currency: string): Record<string, string> {
  const quantity = readQuantity(line.quantity);
  const price = amountOf(line.unitPrice, currency);
  return {
    ...(line.description.trim() === '' && { description: 'What is charged?' }),
    ...((quantity === null || quantity <= 0) && { quantity: 'More than 0, such as 1.5.' }),
    ...((price === null || price < 0) && { unitPrice: 'An amount such as 120.00.' }),
    ...(readDiscount(line.discount, currency) === undefined && { discount: 'Such as 10 % or 50.' }),
  };
}

/** What is wrong, by field: `subject`, or `<id>.quantity` for a line. Empty when it can be sent. */
export function freeProblems(form: FreeForm, currency: string): Record<string, string> {
  const lines = filled(form).flatMap((line) =>
    Object.entries(lineProblems(line, currency)).map(
      ([field, text]) => [`${line.id}.${field}`, text] as const,
    ),
  );
  const days = form.termsDays.trim();
  const isDays = /^\d{1,3}$/.test(days) && Number(days) <= 365;
  const [first] = form.lines;
  return {
    ...(form.subject.trim() === '' && { subject: 'What is the invoice about?' }),
    ...(filled(form).length === 0 && first && { [`${first.id}.description`]: 'What is charged?' }),
    ...Object.fromEntries(lines),
    ...(days !== '' && !isDays && { termsDays: '0 to 365 days.' }),
    ...(days !== '' && form.termsNote.trim() === '' && { termsNote: 'Why, and with whom it was agreed.' }),
  };
}

/** The form of an invoice that waits for approval. `usual` is the days that apply when nothing was agreed. */
export function freeFormOf(invoice: FreeInvoiceFormFragment): FreeForm {
  const { currency } = invoice.balance;
  return {
    subject: invoice.subject,
    pricesIncludeTax: invoice.pricesIncludeTax,
    termsDays: invoice.termsNote === null ? '' : String(invoice.paymentTermsDays),
    termsNote: invoice.termsNote ?? '',
    lines: invoice.lines.map((line) => ({
      id: crypto.randomUUID(),
      description: line.description,
      quantity: thousandthsText(line.quantity ?? 1000),
      unit: line.unit,
      unitPrice: amountText((line.unitPrice ?? line.net).amount, currency),
      discount: discountText(line.discount, currency),
      tax: taxOf(line.taxTreatment, line.taxRate),
    })),
  };
}
