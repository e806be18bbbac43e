import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { Customer } from '../customers/customer.entity.ts';
import { type FreeLine, freeInvoice, isBillable } from '../domain/free-invoice.ts';
import type { AgreedTerms, InvoiceContent } from '../domain/invoice.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { firstProblem, rangeProblem, textProblem } from '../domain/text-limits.ts';
import { discountProblem, largestPrice, taxProblem } from '../quotes/quote-input-rules.ts';
import { partyOf } from '../settings/party.ts';
import { bankAccountOf } from '../settings/payment-settings.ts';
import type { StaffActor } from '../staff/require.ts';
import { agreedTerms } from './agreed-terms.ts';
import type { FreeInvoiceInput, InvoiceLineInput } from './invoice-input.type.ts';

const mostLines = 200;

/** A free invoice that can be written: what it says, its lines and its terms. */
export type FreeWriting = { content: InvoiceContent; lines: readonly FreeLine[] };

/** What the invoice of these lines says, or what is wrong with them. */
export function freeContent(
  ctx: Ctx,
  customer: Row<Customer>,
  input: FreeInvoiceInput,
  staff: StaffActor,
): FreeWriting | Refusal {
  const problem = inputProblem(input) ?? customerProblem(customer, input);
  if (problem !== null) return problem;
  const terms = agreedTerms(input, staff, 'invoice.');
  if (isRefusal(terms)) return terms;
  const { company } = ctx;
  const rule = { pricesIncludeTax: input.pricesIncludeTax, taxRounding: company.taxRounding };
  const lines = input.lines.map(lineOf);
  if (!isBillable(rule, lines))
    return refuse(
      'INPUT_INVALID',
      'The lines come to nothing, or are too large to add up exactly.',
      'invoice.lines',
    );
  return { lines, content: written(ctx, customer, { subject: input.subject.trim(), rule, lines, terms }) };
}

type Written = {
  subject: string;
  rule: { pricesIncludeTax: boolean; taxRounding: Ctx['company']['taxRounding'] };
  lines: readonly FreeLine[];
  terms: AgreedTerms | null;
};

const written = ({ company }: Ctx, customer: Row<Customer>, work: Written): InvoiceContent =>
  freeInvoice({
    ...work,
    company: partyOf(company),
    customer: {
      name: customer.name,
      contactName: customer.contactName,
      email: customer.email,
      address: JSON.parse(customer.address) as string[],
      taxNumber: customer.taxNumber,
      language: customer.language,
    },
    bankDetails: JSON.parse(company.bankDetails) as string[],
    bankAccount: bankAccountOf(company),
    currency: customer.currency,
    exemptNote: company.exemptNote,
    reverseChargeNote: company.reverseChargeNote,
    usualTermsDays: customer.paymentTermsDays ?? company.paymentTermsDays,
  });

const lineOf = (line: InvoiceLineInput): FreeLine => ({
  description: line.description.trim(),
  quantity: line.quantity,
  unit: line.unit.trim(),
  unitPrice: line.unitPrice,
  discount:
    line.discount == null
      ? null
      : { percent: line.discount.percent ?? null, amount: line.discount.amount ?? null },
  taxTreatment: line.taxTreatment,
  taxRate: line.taxRate,
});

function inputProblem(input: FreeInvoiceInput): Refusal | null {
  if (input.lines.length === 0 || input.lines.length > mostLines)
    return refuse('INPUT_INVALID', `Please write 1 to ${mostLines} lines.`, 'invoice.lines');
  return firstProblem([
    textProblem('invoice.subject', input.subject, 200, 1),
    ...input.lines.map((line, k) => {
      const at = `invoice.lines.${k}`;
      return firstProblem([
        textProblem(`${at}.description`, line.description, 1_000, 1),
        textProblem(`${at}.unit`, line.unit, 20),
        rangeProblem(`${at}.quantity`, line.quantity, 1, 1_000_000_000),
        rangeProblem(`${at}.unitPrice`, line.unitPrice, 0, largestPrice),
        discountProblem(`${at}.discount`, line.discount),
        taxProblem(at, line),
      ]);
    }),
  ]);
}

/** What the law wants to stand on it about the customer. */
function customerProblem(customer: Row<Customer>, { lines }: FreeInvoiceInput): Refusal | null {
  const address = JSON.parse(customer.address) as string[];
  if (address.every((line) => line.trim() === ''))
    return refuse(
      'INPUT_INVALID',
      'Please add the address of the customer first: it is printed on the invoice.',
      'customerId',
    );
  if (lines.some(({ taxTreatment }) => taxTreatment === 'REVERSE_CHARGE') && customer.taxNumber.trim() === '')
    return refuse(
      'INPUT_INVALID',
      'Please add the tax number of the customer first: under reverse charge it has to be on the invoice.',
      'customerId',
    );
  return null;
}
