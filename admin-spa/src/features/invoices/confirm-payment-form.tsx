import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { isLocalDate } from '@countersign/api/domain/local-date';
import type { MinorUnits } from '@countersign/api/domain/money';
import { graphql } from '../../gql/gql.ts';
import type { InvoicePaymentFragment } from '../../gql/graphql.ts';
import { Buttons } from '../../ui/dialog.tsx';
import { amountOf, amountText } from '../../ui/entry.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { type Money, useFormat } from '../../ui/format.ts';
import forms from '../../ui/form.module.css';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';

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
  const [method, setMethod] = useState(claim?.method === 'CASH' ? ('CASH' as const) : ('BANK_TRANSFER' as const));
  const [problem, setProblem] = useState<{ amount?: string; receivedOn?: string }>({});
  const write = useWrite(Confirm, (data) => data.confirmManualPayment);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const amount = amountOf(String(form.get('amount')), currency);
    const receivedOn = String(form.get('receivedOn'));
    const wrong = amountProblem(amount, invoice.balance, format.money);
    if (wrong || amount === null) return setProblem({ amount: wrong ?? '' });
    if (!isLocalDate(receivedOn)) return setProblem({ receivedOn: 'Choose the day it was received.' });
    setProblem({});
    const reference = String(form.get('reference')).trim();
    const input = { idempotencyKey, invoiceId: invoice.id, paymentId: claim?.id ?? null, method, amount, reference };
    if (!(await write.run({ input: { ...input, receivedOn } }))) return;
    notifications.show({ message: `${format.money({ amount, currency })} confirmed. The receipt is on its way.` });
    onClose();
  };
  const field = write.refusal?.field;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p className="dim">
        {format.money(invoice.balance)} are open on {invoice.number}. Once confirmed it cannot be taken back; the
        customer gets a receipt.
      </p>
      <SegmentedControl
        aria-label="How it was paid"
        fullWidth
        value={method}
        onChange={(value) => setMethod(value === 'CASH' ? 'CASH' : 'BANK_TRANSFER')}
        data={[
          { value: 'BANK_TRANSFER', label: 'Bank transfer' },
          { value: 'CASH', label: 'Cash' },
        ]}
      />
      <div className={forms.pair}>
        <TextInput
          label={`Amount in ${currency}`}
          name="amount"
          inputMode="decimal"
          defaultValue={amountText((claim?.amount ?? invoice.balance).amount, currency)}
          error={problem.amount ?? (field === 'amount' ? write.refusal?.message : null)}
          data-autofocus
        />
        <TextInput
          label="Received on"
          name="receivedOn"
          type="date"
          max={format.today()}
          defaultValue={claim?.receivedOn ?? format.today()}
          error={problem.receivedOn ?? (field === 'receivedOn' ? write.refusal?.message : null)}
        />
      </div>
      <TextInput
        label={method === 'CASH' ? 'Number of the cash slip' : 'Reference of the bank'}
        name="reference"
        maxLength={200}
        defaultValue={claim?.reference ?? ''}
        error={field === 'reference' ? write.refusal?.message : null}
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

function amountProblem(amount: MinorUnits | null, balance: Money, money: (of: Money) => string): string | null {
  if (amount === null) return 'Write an amount such as 1,499.60.';
  if (amount <= 0) return 'More than zero.';
  return amount > balance.amount ? `At most ${money(balance)}, which is what is open.` : null;
}
