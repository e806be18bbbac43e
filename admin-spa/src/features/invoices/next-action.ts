import type { InvoiceAction, PaymentStatus } from '../../gql/graphql.ts';
import type { Money } from '../../ui/format.ts';

type Standing = {
  actions: readonly InvoiceAction[];
  customerCredit: Money;
  payments: readonly { status: PaymentStatus }[];
};

/** What an invoice waits for, most urgent first: the one step that is a filled button. Everything else is in the menu. */
export function nextAction({ actions, customerCredit, payments }: Standing): InvoiceAction | null {
  const may = (action: InvoiceAction) => actions.includes(action);
  if (may('APPROVE')) return 'APPROVE';
  const isClaimed = payments.some(({ status }) => status === 'CLAIMED');
  if (may('CONFIRM_PAYMENT') && isClaimed) return 'CONFIRM_PAYMENT';
  if (may('APPLY_CREDIT') && customerCredit.amount > 0) return 'APPLY_CREDIT';
  if (may('CONFIRM_PAYMENT')) return 'CONFIRM_PAYMENT';
  return may('EDIT') ? 'EDIT' : null;
}
