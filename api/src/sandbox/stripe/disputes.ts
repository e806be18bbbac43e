import type { MoneyBack, MoneyBackWorld } from './money-back.ts';
import { type Charge, type Dispute, eventOf, type Movement, newId, seconds } from './objects.ts';

type Disputes = Pick<MoneyBack, 'disputes' | 'dispute' | 'answer' | 'close'>;

const secondsToAnswer = 9 * 86_400;

export function disputes(world: MoneyBackWorld): Disputes {
  const tell = (dispute: Dispute, ...types: string[]): void =>
    world.emit(types.map((type) => eventOf(type, dispute, world.now())));
  const change = (disputeId: string, to: (before: Dispute) => Partial<Dispute>, ...types: string[]): void => {
    const dispute = world.disputes.get(disputeId);
    if (dispute === undefined || dispute.status === 'won' || dispute.status === 'lost') return;
    const changed = { ...dispute, ...to(dispute) };
    world.disputes.put(disputeId, changed);
    tell(changed, ...types);
  };
  return {
    disputes: () => world.disputes.list(),
    dispute: (intentId) => {
      const charge = world.checkouts.findByIntent(intentId)?.charge;
      if (!charge || charge.disputed) return undefined;
      const dispute = newDispute(charge, world.now());
      world.disputes.put(dispute.id, dispute);
      world.checkouts.changeCharge(intentId, { disputed: true });
      tell(dispute, 'charge.dispute.created', 'charge.dispute.funds_withdrawn');
      return dispute;
    },
    answer: (disputeId) => change(disputeId, () => ({ status: 'under_review' }), 'charge.dispute.updated'),
    close: (disputeId, isWon) => {
      if (!isWon) return change(disputeId, () => ({ status: 'lost' }), 'charge.dispute.closed');
      change(disputeId, won, 'charge.dispute.funds_reinstated', 'charge.dispute.closed');
    },
  };
}

const won = ({ balance_transactions: moves, amount, currency }: Dispute): Partial<Dispute> => ({
  status: 'won',
  balance_transactions: [...moves, movement(amount, currency)],
});

const movement = (amount: number, currency: string): Movement => ({
  id: newId('txn'),
  object: 'balance_transaction',
  amount,
  currency,
});

function newDispute(charge: Charge, now: Date): Dispute {
  const created = seconds(now);
  // What was refunded before cannot be taken back as well.
  const amount = charge.amount - charge.amount_refunded;
  return {
    id: newId('du'),
    object: 'dispute',
    amount,
    balance_transactions: [movement(-amount, charge.currency)],
    charge: charge.id,
    created,
    currency: charge.currency,
    evidence_details: {
      due_by: created + secondsToAnswer,
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason: 'product_not_received',
    status: 'needs_response',
  };
}
