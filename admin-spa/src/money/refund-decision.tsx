import { Button } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { RefundToDecideFragment } from '../gql/graphql.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ApproveRefundForm, ConfirmRefundForm, RejectRefundForm } from './refund-decision-forms.tsx';
import styles from './money.module.css';

graphql(`
  fragment RefundToDecide on Refund {
    id
    method
    status
    amount {
      amount
      currency
    }
    reason
    requestedBy
    actions
    invoice {
      number
    }
  }
`);

type Props = { refund: RefundToDecideFragment; size?: 'xs' | 'compact-sm' };

const titles = {
  APPROVE: 'Agree to this refund?',
  REJECT: 'Reject this refund?',
  CONFIRM: 'Was the money given?',
} as const;

/** What the person can do about a refund now; nothing where there is nothing. */
export function RefundDecision({ refund, size = 'compact-sm' }: Props) {
  const [asked, setAsked] = useState<keyof typeof titles | null>(null);
  const may = (action: keyof typeof titles) => refund.actions.includes(action);
  const close = () => setAsked(null);
  if (refund.actions.length === 0) return null;
  return (
    <span className={styles.buttons}>
      {refund.status === 'AWAITING_APPROVAL' && !may('APPROVE') && (
        <span className="dim">Somebody else has to agree.</span>
      )}
      {may('REJECT') && (
        <Button size={size} variant="default" onClick={() => setAsked('REJECT')}>
          {may('APPROVE') ? 'Reject…' : 'Take back…'}
        </Button>
      )}
      {may('APPROVE') && (
        <Button size={size} onClick={() => setAsked('APPROVE')}>
          Agree…
        </Button>
      )}
      {may('CONFIRM') && (
        <Button size={size} onClick={() => setAsked('CONFIRM')}>
          Money given…
        </Button>
      )}
      <Dialog title={titles[asked ?? 'APPROVE']} opened={asked !== null} onClose={close}>
        {asked === 'APPROVE' && <ApproveRefundForm refund={refund} onClose={close} />}
        {asked === 'REJECT' && <RejectRefundForm refund={refund} onClose={close} />}
        {asked === 'CONFIRM' && <ConfirmRefundForm refund={refund} onClose={close} />}
      </Dialog>
    </span>
  );
}
