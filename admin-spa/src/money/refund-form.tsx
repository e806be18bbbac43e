import type { MinorUnits } from '@countersign/api/domain/money';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { PaymentMethod, RefundablePaymentFragment } from '../gql/graphql.ts';
import { Buttons } from '../ui/dialog.tsx';
import { amountOf, amountText } from '../ui/entry.ts';
import { FaultNote } from '../ui/fault-note.tsx';
import { type Money, useFormat } from '../ui/format.ts';
import { refusedField } from '../ui/problems.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { TypedWord } from '../ui/typed-word.tsx';
import { invoiceName, method as methodName } from '../ui/words.ts';
import { useWrite } from '../write.ts';
import { needsSecond, refundProblems } from './refund-entry.ts';
import { RefundConsequences } from './refund-consequences.tsx';
import { RefundFields } from './refund-fields.tsx';

const Refund = graphql(`
  mutation RefundForm_Refund($input: RefundPaymentInput!) {
    refundPayment(input: $input) {
      ... on Refund {
        __typename
        id
        status
      }
      ...Refused
    }
  }
`);

type Props = {
  payment: RefundablePaymentFragment;
  customer: { name: string; email: string };
  limit: Money | null;
  onClose: () => void;
};

const said = { SUCCEEDED: 'is given back.', AWAITING_APPROVAL: 'waits for a second person.' } as const;

export function RefundForm({ payment, customer, limit, onClose }: Props) {
  const format = useFormat();
  const { refundable } = payment;
  const { currency } = refundable;
  const word = invoiceName(payment.invoice);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [method, setMethod] = useState<PaymentMethod>(payment.method);
  const [typedAmount, setTypedAmount] = useState(() => amountText(refundable.amount, currency));
  const [typed, setTyped] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const write = useWrite(Refund, (data) => data.refundPayment);
  const amount = amountOf(typedAmount, currency);
  const waits = needsSecond(amount, currency, limit);
  const byHand = method !== 'CARD' && !waits;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const text = (name: string) => String(new FormData(element).get(name) ?? '').trim();
    const entry = { amount, reason: text('reason'), reference: byHand ? text('reference') : null };
    const wrong = refundProblems({ ...entry, typed }, { refundable, word, money: format.money });
    setProblems(wrong);
    const [first] = Object.keys(wrong);
    if (first !== undefined) return element.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    const input = { ...entry, amount: amount as MinorUnits, idempotencyKey, paymentId: payment.id, method };
    const done = await write.run({ input });
    if (!done) return;
    const end =
      done.status === 'PENDING' ? 'is on its way back.' : (said as Record<string, string>)[done.status];
    notifications.show({ message: `${format.money({ amount: input.amount, currency })} ${end ?? ''}` });
    onClose();
  };
  const shown = { ...refusedField(write.refusal), ...problems };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p className="dim">
        {format.money(payment.amount)} came by {methodName[payment.method].toLowerCase()} for {word};{' '}
        {format.money(refundable)} of it can be given back.
      </p>
      <RefundFields
        paid={payment.method}
        method={method}
        onMethod={setMethod}
        amount={typedAmount}
        onAmount={setTypedAmount}
        currency={currency}
        reader={customer.name}
        byHand={byHand}
        problems={shown}
      />
      <RefundConsequences method={method} waits={waits} limit={limit} customer={customer} />
      <TypedWord word={word} value={typed} onType={setTyped} problem={shown['typed']} />
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" color="red.9" loading={write.busy}>
          {waits ? 'Ask a second person' : 'Give it back'}
        </Button>
      </Buttons>
    </form>
  );
}
