import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FormEvent } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { InvoicePaymentFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';

const Reject = graphql(`
  mutation RejectClaimDialog_Reject($input: RejectManualPaymentInput!) {
    rejectManualPayment(input: $input) {
      ... on Payment {
        __typename
        id
      }
      ...Refused
    }
  }
`);

type Props = { claim: InvoicePaymentFragment | null; opened: boolean; onClose: () => void };

export function RejectClaimDialog({ claim, opened, onClose }: Props) {
  return (
    <Dialog title="Reject this claim?" opened={opened} onClose={onClose}>
      {claim && <RejectForm claim={claim} onClose={onClose} />}
    </Dialog>
  );
}

function RejectForm({ claim, onClose }: { claim: InvoicePaymentFragment; onClose: () => void }) {
  const write = useWrite(Reject, (data) => data.rejectManualPayment);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    if (reason === '' || !(await write.run({ input: { paymentId: claim.id, reason } }))) return;
    notifications.show({ message: 'The claim is rejected; the invoice stays open.' });
    onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p>
        The customer says to have paid <Amount of={claim.amount} />. Rejecting it changes nothing on the
        invoice.
      </p>
      <Textarea
        name="reason"
        label="Why is it not so?"
        description="Staff see it."
        required
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
      />
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button color="red.9" type="submit" loading={write.busy}>
          Reject the claim
        </Button>
      </Buttons>
    </form>
  );
}
