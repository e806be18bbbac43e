import type { FormTree } from '../form-body.ts';
import { textOf, textsOf } from '../form-body.ts';
import { type Answer, invalid, missing } from './api-errors.ts';
import type { MoneyBack, MoneyBackWorld } from './money-back.ts';
import { type Charge, eventOf, newId, type Refund, seconds } from './objects.ts';
import { refundShape, unknownParameter } from './parameters.ts';

type Refunds = Pick<MoneyBack, 'refunds' | 'create' | 'refundHere' | 'settle'>;

export function refunds(world: MoneyBackWorld): Refunds {
  const chargeOf = (intentId: string): Charge | null =>
    world.checkouts.findByIntent(intentId)?.charge ?? null;
  const make = (charge: Charge, amount: number, details: Pick<Refund, 'metadata' | 'reason'>): Refund => {
    const refund = newRefund(charge, amount, world);
    const made = { ...refund, ...details };
    world.refunds.put(made.id, made);
    const sum = charge.amount_refunded + amount;
    const isAll = sum === charge.amount;
    const changed = world.checkouts.changeCharge(charge.payment_intent, {
      amount_refunded: sum,
      refunded: isAll,
    });
    const at = world.now();
    world.emit([eventOf('refund.created', made, at), eventOf('charge.refunded', changed ?? charge, at)]);
    return made;
  };
  return {
    refunds: () => world.refunds.list(),
    create: (form) => {
      const intentId = textOf(form, 'payment_intent') ?? '';
      const charge = chargeOf(intentId);
      const problem =
        unknownParameter(form, refundShape) ??
        (charge === null
          ? missing('payment_intent', intentId)
          : refundProblem(charge, textOf(form, 'amount')));
      if (charge === null || problem !== null) return problem ?? missing('payment_intent', intentId);
      const body = make(charge, amountOf(form, charge), {
        metadata: textsOf(form, 'metadata'),
        reason: textOf(form, 'reason'),
      });
      return { status: 200, body };
    },
    refundHere: (intentId, amount) => {
      const charge = chargeOf(intentId);
      if (charge === null || refundProblem(charge, String(amount)) !== null) return;
      make(charge, amount, { metadata: {}, reason: null });
    },
    settle: (refundId, succeeds) => {
      const refund = world.refunds.get(refundId);
      if (refund === undefined || refund.status === 'failed') return;
      if (succeeds) arrive(world, refund);
      else comeBack(world, refund, chargeOf(refund.payment_intent));
    },
  };
}

const amountOf = (form: FormTree, charge: Charge): number =>
  Number(textOf(form, 'amount') ?? charge.amount - charge.amount_refunded);

function newRefund(charge: Charge, amount: number, { now, isSlow }: MoneyBackWorld): Refund {
  return {
    id: newId('re'),
    object: 'refund',
    amount,
    charge: charge.id,
    created: seconds(now()),
    currency: charge.currency,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason: null,
    status: isSlow() ? 'pending' : 'succeeded',
  };
}

function arrive(world: MoneyBackWorld, refund: Refund): void {
  if (refund.status !== 'pending') return;
  const arrived: Refund = { ...refund, status: 'succeeded' };
  world.refunds.put(refund.id, arrived);
  world.emit([eventOf('refund.updated', arrived, world.now())]);
}

function comeBack(world: MoneyBackWorld, refund: Refund, charge: Charge | null): void {
  const failed: Refund = { ...refund, status: 'failed', failure_reason: 'expired_or_canceled_card' };
  world.refunds.put(refund.id, failed);
  const left = (charge?.amount_refunded ?? 0) - refund.amount;
  world.checkouts.changeCharge(refund.payment_intent, { amount_refunded: left, refunded: false });
  const at = world.now();
  world.emit([eventOf('refund.failed', failed, at), eventOf('refund.updated', failed, at)]);
}

function refundProblem(charge: Charge, text: string | null): Answer | null {
  const left = charge.amount - charge.amount_refunded;
  if (charge.disputed) {
    const message = `Charge ${charge.id} has been charged back; cannot issue a refund.`;
    return invalid('charge', message, 'charge_disputed');
  }
  if (left === 0)
    return invalid('charge', `Charge ${charge.id} has already been refunded.`, 'charge_already_refunded');
  if (text === null) return null;
  if (!/^[1-9]\d{0,14}$/u.test(text))
    return invalid('amount', 'Invalid integer', 'parameter_invalid_integer');
  return Number(text) > left
    ? invalid('amount', `Refund amount (${text}) is greater than unrefunded amount on charge (${left})`)
    : null;
}
