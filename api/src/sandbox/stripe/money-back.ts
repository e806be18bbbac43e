import type { FormTree } from '../form-body.ts';
import type { Collection } from '../journal.ts';
import type { Answer } from './api-errors.ts';
import type { Checkouts } from './checkouts.ts';
import { disputes } from './disputes.ts';
import type { Dispute, Refund, StripeEvent } from './objects.ts';
import { refunds } from './refunds.ts';

export type MoneyBack = {
  refunds(): Refund[];
  /** As the API takes it. */
  create(form: FormTree): Answer;
  /** As somebody of the business does it on this page. */
  refundHere(intentId: string, amount: number): void;
  /** How a refund that is on its way ends; one that arrived can still come back. */
  settle(refundId: string, succeeds: boolean): void;
  disputes(): Dispute[];
  dispute(intentId: string): Dispute | undefined;
  /** The business has answered; the bank looks at it. */
  answer(disputeId: string): void;
  close(disputeId: string, isWon: boolean): void;
};

export type MoneyBackWorld = {
  refunds: Collection<Refund>;
  disputes: Collection<Dispute>;
  checkouts: Checkouts;
  /** Whether a refund arrives at once or is on its way for a while. */
  isSlow(): boolean;
  emit(events: StripeEvent[]): void;
  now(): Date;
};

/** Refunds and disputes, with the events that Stripe sends for them. */
export const moneyBack = (world: MoneyBackWorld): MoneyBack => ({ ...refunds(world), ...disputes(world) });
