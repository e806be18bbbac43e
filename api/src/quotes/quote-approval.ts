import type { Ctx } from '../context.ts';
import { printProblem } from '../documents/print-problem.ts';
import type { Row } from '../db/entities.ts';
import type { Customer } from '../customers/customer.entity.ts';
import {
  type ApprovalPolicy,
  type ApprovalReason,
  approvalReasons,
  approvalRefusal,
} from '../domain/approval.ts';
import { approvalProblem } from '../domain/quote.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Company } from '../settings/company.entity.ts';
import { actorMay } from '../staff/require.ts';
import { draftOf } from './quote-draft.ts';
import type { Quote } from './quote.entity.ts';

type Written = Pick<Row<Quote>, 'title' | 'draft' | 'currency' | 'validUntil' | 'createdBy' | 'editedBy'> & {
  changeKind?: Row<Quote>['changeKind'] | undefined;
};
type Client = Pick<Row<Customer>, 'address' | 'taxNumber' | 'paymentTermsDays' | 'quoteCount'>;

const policyOf = (company: Row<Company>): ApprovalPolicy => ({
  currency: company.currency,
  totalLimit: company.approvalLimit,
  discountLimit: company.approvalDiscountPercent,
  termsLimit: company.approvalTermsDays,
  newClients: company.approveNewClients === 1,
  fourEyes: company.fourEyes === 1,
  staffMaySend: company.staffMaySend === 1,
});

/** Days to pay when the quote says nothing of its own. */
export const termsOf = (ctx: Ctx, quote: Pick<Quote, 'draft'>, customer: Pick<Client, 'paymentTermsDays'>) =>
  draftOf(quote).paymentTermsDays ?? customer.paymentTermsDays ?? ctx.company.paymentTermsDays;

/** Every reason why somebody who may approve has to look at the draft. */
export function reasonsFor(ctx: Ctx, quote: Written, customer: Client): ApprovalReason[] {
  const draft = draftOf(quote);
  const facts = {
    quote: draft,
    currency: quote.currency,
    locale: ctx.company.locale,
    paymentTermsDays: termsOf(ctx, quote, customer),
    stages: draft.stages,
    isFirstOfClient: customer.quoteCount === 0,
  };
  return approvalReasons(facts, policyOf(ctx.company));
}

/** Why the person who asks cannot send this draft, or null. */
export function sendingRefusal(ctx: Ctx, quote: Written, customer: Client): Refusal | null {
  const may = actorMay(ctx);
  const id = ctx.actor.kind === 'staff' ? ctx.actor.id : '';
  return approvalRefusal({
    reasons: reasonsFor(ctx, quote, customer),
    policy: policyOf(ctx.company),
    actor: {
      mayApprove: may('APPROVE_QUOTES'),
      mayWrite: may('WRITE_QUOTES'),
      isAuthor: quote.createdBy === id || quote.editedBy === id,
    },
  });
}

/** What is missing before the draft can be sent by anybody, or null. */
export const contentProblem = (ctx: Ctx, quote: Written, { address, taxNumber }: Client): Refusal | null =>
  approvalProblem(
    {
      ...draftOf(quote),
      title: quote.title,
      validUntil: quote.validUntil,
      changeKind: quote.changeKind ?? null,
      customer: { address: JSON.parse(address) as string[], taxNumber },
    },
    ctx.today,
  ) ?? printProblem(ctx, { ...draftOf(quote), title: quote.title });
