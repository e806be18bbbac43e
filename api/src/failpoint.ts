/** Places between two steps of approving, signing, printing, paying and correcting at which the tests let the process die (tests/hostile). */
export const failpoints = [
  'approve.after-number',
  'approve.after-outbox',
  'approve.after-commit',
  'sign.before-transaction',
  'sign.after-acceptance',
  'sign.after-number',
  'sign.after-invoice',
  'sign.after-outbox',
  'sign.after-commit',
  'document.before-keep',
  'document.after-keep',
  'checkout.before-call',
  'checkout.after-call',
  'checkout.after-store',
  'step.before-answer',
  'step.after-commit',
  'ledger.after-entry',
  'credit-note.after-number',
  'refund.after-reserve',
  'refund.after-commit',
  'refund.before-call',
  'refund.after-call',
  'reconcile.after-events',
  'event.before-store',
  'event.after-store',
  'settle.after-payment',
  'settle.after-receipt',
  'settle.after-commit',
  'mail.before-connect',
  'mail.after-delivery',
  'mail.after-mark',
  'bounce.after-mark',
  'import.after-lines',
  'match.after-lines',
  'match.after-payment',
  'credit.after-take',
  'allocate.after-sums',
  'claim.after-payment',
  'claim.after-reject',
  'dispute.after-row',
  'dispute.after-move',
  'link.after-mail',
] as const;
export type Failpoint = (typeof failpoints)[number];

let armed: Failpoint | null = null;

/** Chooses where this process will die. Called once, at the start; config.ts refuses it in production. */
export function arm(place: Failpoint | null): void {
  armed = place;
}

/** Dies here when the process was armed for this place: no handler runs, no buffer is flushed, as when the power fails. */
export function failpoint(place: Failpoint): void {
  if (place === armed) process.kill(process.pid, 'SIGKILL');
}
