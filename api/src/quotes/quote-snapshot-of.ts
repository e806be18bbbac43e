import { attachmentsOf } from '../attachments/attachments.ts';
import type { Ctx } from '../context.ts';
import { clientOf } from '../customers/client-of.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { consentSentence } from '../domain/consent.ts';
import type { TaxTreatment } from '../domain/pricing.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { highestTotal } from '../domain/highest-total.ts';
import { proofFor } from '../domain/signing-code.ts';
import { readMarkdown } from '../letters/markdown.ts';
import { partyOf } from '../settings/party.ts';
import { changeOfContract } from './contract.ts';
import { termsOf } from './quote-approval.ts';
import { type QuoteDraft, draftOf } from './quote-draft.ts';
import { customerOf } from './quote-step.ts';
import type { Quote } from './quote.entity.ts';

type Draft = Pick<Row<Quote>, 'id' | 'customerId' | 'title' | 'currency' | 'draft'> & {
  changeOf?: string | null | undefined;
  changeKind?: Row<Quote>['changeKind'] | undefined;
};

/**
 * What a draft would be frozen as now, with everything that it takes from company, customer and files. Previews and PDFs of
 * drafts show it too, with an empty number; the approval gives its transaction, so that no file comes or goes meanwhile.
 */
export async function snapshotOfDraft(
  ctx: Ctx,
  quote: Draft,
  number: string,
  transaction: Sql | null = null,
): Promise<QuoteSnapshot> {
  const draft = draftOf(quote);
  const [customer, attachments] =
    transaction === null
      ? [await ctx.load.customer.load(quote.customerId), await ctx.load.attachmentsOfQuote.load(quote.id)]
      : [await customerOf(transaction, quote.customerId), await attachmentsOf(transaction, quote.id)];
  const company = partyOf(ctx.company);
  return {
    format: 1,
    number,
    title: quote.title,
    change: await changeOfContract(transaction ?? ctx.db.read, quote),
    company,
    customer: clientOf(customer),
    currency: quote.currency,
    ...contentOf(ctx, draft),
    paymentTermsDays: termsOf(ctx, quote, customer),
    attachments: attachments.map(({ id, name, contentType, size, hash }) => ({
      id,
      name,
      contentType,
      size,
      hash,
    })),
    scope: readMarkdown(draft.scope),
    terms: readMarkdown(draft.terms),
    consent: consentSentence(company.name, customer.language),
    mailboxProof: proofFor(
      { proof: ctx.company.mailboxProof, codeFrom: ctx.company.codeFrom },
      { proof: draft.mailboxProof, gross: highestTotal(draft) },
    ),
    timeZone: ctx.company.timeZone,
  };
}

/** Prices and rules as they are; what things cost the company and where they came from stays with us. */
function contentOf(ctx: Ctx, draft: QuoteDraft) {
  const { pricesIncludeTax, taxRounding, discount, groups, stages, effectiveDate } = draft;
  return {
    pricesIncludeTax,
    taxRounding,
    taxNotes: taxNotes(ctx, draft),
    discount,
    lines: draft.lines.map(({ cost: _cost, itemId: _item, ...line }) => line),
    groups,
    options: draft.options.map(({ cost: _cost, itemId: _item, ...option }) => option),
    stages,
    effectiveDate,
  };
}

/** What the law wants to be said where no tax is charged. */
function taxNotes({ company }: Ctx, { lines, options }: QuoteDraft): string[] {
  const isAnywhere = (treatment: TaxTreatment): boolean =>
    [...lines, ...options].some(({ taxTreatment }) => taxTreatment === treatment);
  return [
    ...(isAnywhere('EXEMPT') ? [company.exemptNote] : []),
    ...(isAnywhere('REVERSE_CHARGE') ? [company.reverseChargeNote] : []),
  ];
}
