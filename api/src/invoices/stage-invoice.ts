import type { Acceptance } from '../acceptances/acceptance.entity.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import {
  type AgreedTerms,
  type EarlierInvoice,
  type InvoiceContent,
  invoiceOfStage,
  type StageReduction,
} from '../domain/invoice.ts';
import type { QuotePrice } from '../domain/pricing.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { bankAccountOf } from '../settings/payment-settings.ts';
import { approvalReasonsFor } from './approval-reasons.ts';
import type { Invoice } from './invoice.entity.ts';
import { writeInvoice } from './issue.ts';

export type StageToIssue = {
  acceptance: Pick<Row<Acceptance>, 'id' | 'quoteId'>;
  customerId: string;
  /** The mailbox that the quote was signed with. */
  recipient: string;
  snapshot: QuoteSnapshot;
  price: QuotePrice;
  /** From 1. */
  position: number;
  /** The invoices of the stages before, for the final one. */
  earlier: readonly EarlierInvoice[];
  /** What signed changes take off this stage. */
  reductions: readonly StageReduction[];
  terms: AgreedTerms | null;
  /** Whether it comes with the signature: then the approval of the quote was its approval. */
  isFirst: boolean;
};

/** Everything that the invoice of a stage says. */
export const stageContent = (
  { company }: Pick<Ctx, 'company'>,
  stage: Pick<StageToIssue, 'snapshot' | 'price' | 'position' | 'earlier' | 'reductions' | 'terms'>,
): InvoiceContent =>
  invoiceOfStage({
    ...stage,
    agreedTotals: stage.price.totals,
    bankDetails: JSON.parse(company.bankDetails) as string[],
    bankAccount: bankAccountOf(company),
  });

/** Writes the invoice of one stage, issued or waiting for approval. Its mail is the caller's. */
export async function issueStage(ctx: Ctx, query: Sql, stage: StageToIssue): Promise<Row<Invoice>> {
  const { acceptance, customerId, recipient, position } = stage;
  const content = stageContent(ctx, stage);
  const reasons = await approvalReasonsFor(ctx, query, { customerId, content, isCovered: stage.isFirst });
  return writeInvoice(ctx, query, {
    kind: 'STAGE',
    acceptanceId: acceptance.id,
    quoteId: acceptance.quoteId,
    customerId,
    stagePosition: position,
    recipient,
    sourceEvent: `acceptance:${acceptance.id}#stage-${position}`,
    content,
    reasons,
  });
}
