import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { ClaimFragment } from '../../gql/graphql.ts';
import { Proofs } from '../../money/proofs.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { useFormat } from '../../ui/format.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';
import { RejectForm } from './reject-form.tsx';
import styles from './actions.module.css';

graphql(`
  fragment Claim on Payment {
    id
    status
    method
    amount {
      amount
      currency
    }
    reference
    receivedOn
    proofs {
      name
      url
    }
    invoice {
      id
      number
      actions
    }
  }
`);

const Confirm = graphql(`
  mutation ClaimActions_Confirm($input: ConfirmManualPaymentInput!) {
    confirmManualPayment(input: $input) {
      ... on Payment {
        __typename
        id
      }
      ...Refused
    }
  }
`);

/** A claim is settled in one step: the customer's own figures are confirmed as they stand, or turned down. */
export function ClaimActions({ claim }: { claim: ClaimFragment }) {
  const format = useFormat();
  const [rejecting, setRejecting] = useState(false);
  // one key for this card: however often the button is pressed, it is one payment
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const write = useWrite(Confirm, (data) => data.confirmManualPayment);
  const amount = format.money(claim.amount);
  // The invoice owes nothing any more: money that came all the same is kept.
  const asCredit = claim.invoice.actions.includes('KEEP_AS_CREDIT');
  const confirm = async () => {
    const done = await write.run({
      input: {
        idempotencyKey,
        invoiceId: claim.invoice.id,
        paymentId: claim.id,
        method: claim.method,
        amount: claim.amount.amount,
        reference: claim.reference ?? '',
        receivedOn: claim.receivedOn ?? format.today(),
        asCredit,
      },
    });
    if (done)
      notifications.show({
        message: asCredit
          ? `${amount} are the customer’s credit.`
          : `${amount} confirmed. The receipt is on its way.`,
      });
  };
  if (rejecting) return <RejectForm paymentId={claim.id} onClose={() => setRejecting(false)} />;
  return (
    <div className={styles.actions}>
      <Proofs of={claim.proofs} />
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={() => setRejecting(true)}>
          Not received…
        </Button>
        <ButtonLink
          size="xs"
          variant="default"
          to="/invoices/$invoiceId"
          params={{ invoiceId: claim.invoice.id }}
        >
          Correct it…
        </ButtonLink>
        <Button size="xs" loading={write.busy} onClick={() => void confirm()}>
          {asCredit ? `Keep ${amount} as credit` : `Confirm ${amount}`}
        </Button>
      </div>
    </div>
  );
}
