import type { DisputeFact, MoneyBack, RefundFact } from '../ports.ts';
import { among, idOf, type Loose, loose, money, text, time } from './stripe-loose.ts';

/**
 * What an event says about money that goes back, or null for kinds that tell nothing of it. Never throws, whatever is missing
 * or new; a state that we do not know tells nothing here, and a person is told of it (stripe-unknown.ts).
 */
export function moneyBackOfEvent(type: string, object: unknown): MoneyBack | null {
  const it = loose(object);
  switch (type) {
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated': {
      const refund = refundFact(it);
      return refund && { kind: 'REFUND', refund };
    }
    case 'charge.refunded': {
      // The charge says how much, but not by which refunds.
      const reference = idOf(it['payment_intent']);
      return reference === null ? null : { kind: 'REFUNDED', reference };
    }
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
    case 'charge.dispute.closed': {
      const dispute = disputeFact(it);
      if (dispute === null) return null;
      const isWithdrawn = dispute.isWithdrawn || type === 'charge.dispute.funds_withdrawn';
      return { kind: 'DISPUTE', dispute: { ...dispute, isWithdrawn } };
    }
    default:
      return null;
  }
}

const refundStates: Readonly<Record<string, RefundFact['status']>> = {
  pending: 'PENDING',
  requires_action: 'PENDING',
  succeeded: 'SUCCEEDED',
  failed: 'FAILED',
  canceled: 'FAILED',
};

/** Whether it is one of the words that a refund can say about itself. */
export const isKnownRefundState = (word: unknown): boolean => among(refundStates, word) !== undefined;

/** One refund; null when its state is none that we know. */
export function refundFact(refund: unknown): RefundFact | null {
  const it = loose(refund);
  const status = among(refundStates, it['status']);
  const providerId = text(it['id']);
  if (status === undefined || providerId === null) return null;
  return {
    status,
    providerId,
    refundId: text(loose(it['metadata'])['refundId']),
    reference: idOf(it['payment_intent']),
    ...money(it['amount'], it['currency']),
    failure: status === 'FAILED' ? failureOf(it) : null,
  };
}

/** `expired_or_canceled_card` as words. */
const failureOf = (refund: Loose): string =>
  (text(refund['failure_reason']) ?? 'canceled at the provider').replaceAll('_', ' ');

/** An inquiry (`warning_…`) that was closed left the money where it is; an appeal opens again what was lost. */
const disputeStates: Readonly<Record<string, DisputeFact['status']>> = {
  warning_needs_response: 'NEEDS_RESPONSE',
  warning_under_review: 'UNDER_REVIEW',
  warning_closed: 'WON',
  needs_response: 'NEEDS_RESPONSE',
  under_review: 'UNDER_REVIEW',
  appeal_needs_response: 'NEEDS_RESPONSE',
  appeal_under_review: 'UNDER_REVIEW',
  prevented: 'WON',
  won: 'WON',
  lost: 'LOST',
};

/** Whether it is one of the words that a dispute can say about itself. */
export const isKnownDisputeState = (word: unknown): boolean => among(disputeStates, word) !== undefined;

/** One dispute; null when its state is none that we know. */
export function disputeFact(dispute: unknown): DisputeFact | null {
  const it = loose(dispute);
  const status = among(disputeStates, it['status']);
  const providerId = text(it['id']);
  const openedAt = time(it['created']);
  if (status === undefined || providerId === null || openedAt === null) return null;
  const moves = Array.isArray(it['balance_transactions']) ? it['balance_transactions'] : [];
  const moved = moves.reduce((sum: number, move: unknown) => sum + (Number(loose(move)['amount']) || 0), 0);
  return {
    status,
    isWithdrawn: moved < 0,
    providerId,
    reference: idOf(it['payment_intent']),
    ...money(it['amount'], it['currency']),
    reason: text(it['reason']) ?? '',
    evidenceDueBy: time(loose(it['evidence_details'])['due_by'])?.toISOString() ?? null,
    openedAt: openedAt.toISOString(),
  };
}
