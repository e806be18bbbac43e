import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { isLocalDate } from '@countersign/api/domain/local-date';
import { type MinorUnits, minor } from '@countersign/api/domain/money';
import { graphql } from '../../gql/gql.ts';
import type { InvoicePaymentFragment } from '../../gql/graphql.ts';
import { amountProblem } from '../../money/amount-problem.ts';
import { Buttons } from '../../ui/dialog.tsx';
import { amountOf, amountText } from '../../ui/entry.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { type Money, useFormat } from '../../ui/format.ts';
import { refusedField } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { invoiceName } from '../../ui/words.ts';
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
  invoice: { id: string; number: string | null; balance: Money; customer: { name: string } };
  claim: InvoicePaymentFragment | null;
  onClose: () => void;
};

export function ConfirmPaymentForm({ invoice, claim, onClose }: Props) {
  const format = useFormat();
  const { currency } = invoice.balance;
  // the same key for every try of this form, so that a repeat after a lost answer is no second payment
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [method, setMethod] = useState<ManualMethod>(claim?.method === 'CASH' ? 'CASH' : 'BANK_TRANSFER');
  const start = claim?.amount ?? invoice.balance;
  // What owes nothing any more: money that came all the same is the customer's credit.
  const [isForCredit] = useState(invoice.balance.amount === 0);
  const [typed, setTyped] = useState(() => (isForCredit ? '' : amountText(start.amount, currency)));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const amount = amountOf(typed, currency);
  const write = useWrite(Confirm, (data) => data.confirmManualPayment);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const receivedOn = String(form.get('receivedOn'));
    const wrongAmount = amountProblem(amount, null, format.money);
    const wrong: Record<string, string> = {
      ...(wrongAmount !== null && { amount: wrongAmount }),
      ...(!isLocalDate(receivedOn) && { receivedOn: 'Choose the day it was received.' }),
    };
    setProblems(wrong);
    if (amount === null || wrongAmount !== null || !isLocalDate(receivedOn))
      return element.querySelector<HTMLElement>(`[name="${Object.keys(wrong)[0]}"]`)?.focus();
    const reference = String(form.get('reference')).trim();
    const input = {
      idempotencyKey,
      invoiceId: invoice.id,
      paymentId: claim?.id ?? null,
      method,
      amount,
      reference,
    };
    if (!(await write.run({ input: { ...input, receivedOn, asCredit: isForCredit } }))) return;
    const what = format.money({ amount, currency });
    notifications.show({
      message: isForCredit
        ? `${what} kept as the credit of ${invoice.customer.name}.`
        : `${what} confirmed. The receipt is on its way.`,
    });
    onClose();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p className="dim">
        {isForCredit
          ? `Nothing is owed on ${invoiceName(invoice)} any more. What came all the same is kept as the credit of ${invoice.customer.name}: use it for another invoice, or give it back. There is no receipt for it.`
          : `${format.money(invoice.balance)} are owed on ${invoiceName(invoice)}. Once confirmed it cannot be taken back; the customer gets a receipt.`}
      </p>
      <ManualPaymentFields
        amount={typed}
        onAmount={setTyped}
        currency={currency}
        receivedOn={claim?.receivedOn ?? format.today()}
        reference={claim?.reference ?? ''}
        method={method}
        onMethod={setMethod}
        problems={{ ...refusedField(write.refusal), ...problems }}
      />
      {!isForCredit && amount !== null && amount > 0 && <Difference amount={amount} invoice={invoice} />}
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={write.busy}>
          {isForCredit ? 'Keep it as credit' : 'Confirm the payment'}
        </Button>
      </Buttons>
    </form>
  );
}

/** What it means that it is not exactly what is owed. */
function Difference({ amount, invoice }: { amount: MinorUnits; invoice: Props['invoice'] }) {
  const format = useFormat();
  const { currency } = invoice.balance;
  const more = amount - invoice.balance.amount;
  if (more === 0) return null;
  const difference = format.money({ amount: minor(Math.abs(more)), currency });
  return (
    <p role="status">
      {more > 0
        ? `${difference} more than is owed: the invoice is paid, and the rest becomes the credit of ${invoice.customer.name}.`
        : `${difference} stay owed; the invoice is partly paid.`}
    </p>
  );
}
