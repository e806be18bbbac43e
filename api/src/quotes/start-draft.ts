import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import type { Customer } from '../customers/customer.entity.ts';
import type { ChangeKind } from '../domain/change-order.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { publish } from '../outbox/events.ts';
import type { StaffActor } from '../staff/require.ts';
import { editedColumns } from './edited-columns.ts';
import type { QuoteDraft } from './quote-draft.ts';
import { Quote } from './quote.entity.ts';

export type NewDraft = {
  customer: Pick<Row<Customer>, 'id' | 'currency'>;
  title: string;
  validUntil: LocalDate;
  draft: QuoteDraft;
  /** For the timeline: where it comes from. */
  text: string;
  /** The version that it follows, for a revision; it keeps that one's currency. */
  follows?: Pick<Row<Quote>, 'id' | 'familyId' | 'currency' | 'changeOf' | 'changeKind'>;
  /** The accepted quote that it changes, and how. */
  change?: { of: Pick<Row<Quote>, 'id' | 'currency'>; kind: ChangeKind };
};

/** Starts a draft with its history and its event, in the transaction of whoever wants it. */
export async function startDraft(
  ctx: Ctx,
  { em, sql: query }: Tx,
  staff: StaffActor,
  { customer, follows, change, text, ...content }: NewDraft,
): Promise<{ id: string }> {
  const id = ctx.ids.id();
  em.create(Quote, {
    id,
    version: 1,
    customerId: customer.id,
    status: 'DRAFT',
    cancelNote: '',
    familyId: follows?.familyId ?? id,
    revisionOf: follows?.id ?? null,
    changeOf: change?.of.id ?? follows?.changeOf ?? null,
    changeKind: change?.kind ?? follows?.changeKind ?? null,
    currency: (change?.of ?? follows)?.currency ?? customer.currency,
    createdAt: ctx.now,
    createdBy: staff.id,
    editedBy: staff.id,
    ...editedColumns(content),
  });
  await em.flush();
  await record(ctx, query, { action: 'quote.created', text, quoteId: id, customerId: customer.id });
  await publish(ctx, query, {
    type: 'quote.created',
    data: { quoteId: id, customerId: customer.id, revisionOf: follows?.id ?? null },
  });
  return { id };
}
