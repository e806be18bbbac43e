import type { MinorUnits } from '@countersign/api/domain/money';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { useWrite } from '../../write.ts';

const Confirm = graphql(`
  mutation UseConfirm($input: ConfirmBankMatchInput!) {
    confirmBankMatch(input: $input) {
      ... on BankLine {
        __typename
        id
        status
      }
      ...Refused
    }
  }
`);

type Meant = {
  payment: { id: string } | null;
  allocations: readonly { invoice: { id: string }; amount: { amount: MinorUnits } }[];
};

function said(isRecorded: boolean, allocations: Meant['allocations']): string {
  if (isRecorded) return 'Noted: it is the payment that was recorded before.';
  return allocations.some(({ amount }) => amount.amount > 0)
    ? 'Confirmed. The receipt is on its way.'
    : 'Kept as the customer’s credit.';
}

/** Says what lines are. One key for as long as the card or dialog is there, so that pressing twice confirms once. */
export function useConfirm() {
  const write = useWrite(Confirm, (data) => data.confirmBankMatch);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const confirm = async (
    lines: readonly { id: string }[],
    { payment, allocations }: Meant,
  ): Promise<boolean> => {
    const input = {
      idempotencyKey:
        `${idempotencyKey}:${payment?.id ?? allocations.map(({ amount }) => amount.amount).join('-')}`.slice(
          0,
          100,
        ),
      lineIds: lines.map(({ id }) => id),
      allocations: payment
        ? []
        : allocations.map(({ invoice, amount }) => ({ invoiceId: invoice.id, amount: amount.amount })),
      paymentId: payment?.id ?? null,
    };
    if (!(await write.run({ input }))) return false;
    notifications.show({ message: said(payment !== null, allocations) });
    return true;
  };
  return { confirm, busy: write.busy, refusal: write.refusal, fault: write.fault };
}
