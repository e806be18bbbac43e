import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { RefundToDecideFragment } from '../gql/graphql.ts';
import { Amount } from '../ui/amount.tsx';
import { Buttons } from '../ui/dialog.tsx';
import { FaultNote } from '../ui/fault-note.tsx';
import { refusedField } from '../ui/problems.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { useWrite } from '../write.ts';
import { ReasonForm } from './reason-form.tsx';

const Approve = graphql(`
  mutation RefundDecision_Approve($input: ApproveRefundInput!) {
    approveRefund(input: $input) {
      ... on Refund {
        __typename
        id
        status
      }
      ...Refused
    }
  }
`);
const Reject = graphql(`
  mutation RefundDecision_Reject($input: RejectRefundInput!) {
    rejectRefund(input: $input) {
      ... on Refund {
        __typename
        id
      }
      ...Refused
    }
  }
`);
const Confirm = graphql(`
  mutation RefundDecision_Confirm($input: ConfirmManualRefundInput!) {
    confirmManualRefund(input: $input) {
      ... on Refund {
        __typename
        id
      }
      ...Refused
    }
  }
`);

type Props = { refund: RefundToDecideFragment; onClose: () => void };

export function ApproveRefundForm({ refund, onClose }: Props) {
  const write = useWrite(Approve, (data) => data.approveRefund);
  const approve = async () => {
    if (!(await write.run({ input: { id: refund.id } }))) return;
    notifications.show({ message: 'The refund is agreed to.' });
    onClose();
  };
  return (
    <>
      <p>
        {refund.requestedBy} wants to give back <Amount of={refund.amount} /> of {refund.invoice.number}:{' '}
        {refund.reason}
      </p>
      <ul>
        <li>
          {refund.method === 'CARD'
            ? 'The payment provider sends it to the same card at once.'
            : 'Somebody then gives the money and enters the reference.'}
        </li>
        <li>
          What had paid the invoice is taken off it by a credit note of the same amount. It cannot be taken
          back.
        </li>
      </ul>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Not yet
        </Button>
        <Button loading={write.busy} onClick={() => void approve()}>
          Agree to it
        </Button>
      </Buttons>
    </>
  );
}

export function RejectRefundForm({ refund, onClose }: Props) {
  const write = useWrite(Reject, (data) => data.rejectRefund);
  return (
    <ReasonForm
      label="Why not?"
      readBy={`${refund.requestedBy} and other staff see it.`}
      submit="Reject the refund"
      step={write}
      onSubmit={(reason) => write.run({ input: { id: refund.id, reason } })}
      onClose={onClose}
    >
      <p>
        The <Amount of={refund.amount} /> stay where they are, and the customer does not hear of it.
      </p>
    </ReasonForm>
  );
}

export function ConfirmRefundForm({ refund, onClose }: Props) {
  const write = useWrite(Confirm, (data) => data.confirmManualRefund);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reference = String(new FormData(event.currentTarget).get('reference')).trim();
    setProblem(reference === '' ? 'So that it is found in the books.' : null);
    if (reference === '' || !(await write.run({ input: { id: refund.id, reference } }))) return;
    notifications.show({ message: 'The refund is done; the customer is told by mail.' });
    onClose();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p>
        Say it once <Amount of={refund.amount} /> are with the customer.
      </p>
      <TextInput
        label={refund.method === 'CASH' ? 'Number of the cash slip' : 'Reference of the bank'}
        name="reference"
        required
        maxLength={200}
        error={problem ?? refusedField(write.refusal)['reference']}
        data-autofocus
      />
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={write.busy}>
          The money was given
        </Button>
      </Buttons>
    </form>
  );
}
