import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { isLocalDate } from '@countersign/api/domain/local-date';
import type { MinorUnits } from '@countersign/api/domain/money';
import { graphql } from '../../gql/gql.ts';
import type { InvoicePaymentFragment } from '../../gql/graphql.ts';
import { Buttons } from '../../ui/dialog.tsx';
import { amountOf } from '../../ui/entry.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { type Money, useFormat } from '../../ui/format.ts';
import { refusedField } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';
import { type ManualMethod, ManualPaymentFields } from './manual-payment-fields.tsx';

const Confirm = graphql(`
  mutation ConfirmPaymentForm_Confirm($input: ConfirmManualPaymentInput!) {
    confirmManualPayment(input: $input) {
      ... on Payment {
        __typename
        id
      }
      ...Refused
    }
  }
`);

type Props = {
  invoice: { id: string; number: string; balance: Money };
  claim: InvoicePaymentFragment | null;
  onClose: () => void;
};

export function ConfirmPaymentForm({ invoice, claim, onClose }: Props) {
  const format = useFormat();
  const { currency } = invoice.balance;
  // the same key for every try of this form, so that a repeat after a lost answer is no second payment
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [method, setMethod] = useState<ManualMethod>(claim?.method === 'CASH' ? 'CASH' : 'BANK_TRANSFER');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const write = useWrite(Confirm, (data) => data.confirmManualPayment);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const amount = amountOf(String(form.get('amount')), currency);
    const receivedOn = String(form.get('receivedOn'));
    const wrong = amountProblem(amount, invoice.balance, format.money);
    if (wrong || amount === null) return setProblems({ amount: wrong ?? '' });
    if (!isLocalDate(receivedOn)) return setProblems({ receivedOn: 'Choose the day it was received.' });
    setProblems({});
    const reference = String(form.get('reference')).trim();
    const input = {
      idempotencyKey,
      invoiceId: invoice.id,
      paymentId: claim?.id ?? null,
      method,
      amount,
      reference,
    };
    if (!(await write.run({ input: { ...input, receivedOn } }))) return;
    notifications.show({
      message: `${format.money({ amount, currency })} confirmed. The receipt is on its way.`,
    });
    onClose();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p className="dim">
        {format.money(invoice.balance)} are open on {invoice.number}. Once confirmed it cannot be taken back;
        the customer gets a receipt.
      </p>
      <ManualPaymentFields
        amount={claim?.amount ?? invoice.balance}
        receivedOn={claim?.receivedOn ?? format.today()}
        reference={claim?.reference ?? ''}
        method={method}
        onMethod={setMethod}
        problems={{ ...refusedField(write.refusal), ...problems }}
      />
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={write.busy}>
          Confirm the payment
        </Button>
      </Buttons>
    </form>
  );
}

function amountProblem(
  amount: MinorUnits | null,
  balance: Money,
  money: (of: Money) => string,
): string | null {
  if (amount === null) return 'Write an amount such as 1,499.60.';
  if (amount <= 0) return 'More than zero.';
  return amount > balance.amount ? `At most ${money(balance)}, which is what is open.` : null;
}
