import { Button } from '@mantine/core';
import { useState } from 'react';
import type { QuoteHeadFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { Note } from '../../ui/note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { ApproveQuote, SubmitQuote, useStep } from './use-step.ts';

type Props = { quote: QuoteHeadFragment; opened: boolean; onClose: () => void };

/** What approving means, with every reason why somebody should look twice; refused, it can be handed to somebody who may. */
export function ApproveDialog({ quote, opened, onClose }: Props) {
  return (
    <Dialog title="Approve and send this quote?" opened={opened} onClose={onClose}>
      <Asked quote={quote} onClose={onClose} />
    </Dialog>
  );
}

function Asked({ quote, onClose }: Omit<Props, 'opened'>) {
  // as it stood when the question was asked: the page behind reads on, and nobody sends what came after
  const [read] = useState(quote);
  return (
    <>
      <Reasons quote={read} />
      <Consequences quote={read} />
      <Decision quote={read} onClose={onClose} />
    </>
  );
}

type Reasoned = { quote: Pick<QuoteHeadFragment, 'approvalReasons'>; title?: string };

export function Reasons({ quote, title = 'Please look twice' }: Reasoned) {
  if (quote.approvalReasons.length === 0) return null;
  return (
    <Note tone="warn" title={title}>
      <ul>
        {quote.approvalReasons.map((reason) => (
          <li key={reason.code}>{reason.text}</li>
        ))}
      </ul>
    </Note>
  );
}

function Consequences({ quote }: { quote: QuoteHeadFragment }) {
  const [first] = quote.stages;
  const replaced = quote.versions.find((version) => version.status === 'OPEN');
  return (
    <ul>
      <li>
        What it says is frozen and sealed. Nobody can change it afterwards, neither you nor the customer.
      </li>
      <li>
        It gets its number, and <strong>{quote.customer.email}</strong> gets a mail with a personal link.
      </li>
      {replaced && (
        <li>It takes the place of {replaced.number}; the link of that version leads to the new one.</li>
      )}
      <li>
        {quote.customer.name} can sign until the end of <Day on={quote.validUntil} />.
      </li>
      {first && (
        <li>
          With the signature the invoice “{first.label}” is issued: <Amount of={first.amount} />, as long as
          the customer keeps the options that are preselected.
        </li>
      )}
    </ul>
  );
}

function Decision({ quote, onClose }: Omit<Props, 'opened'>) {
  const approve = useStep(ApproveQuote);
  const submit = useStep(SubmitQuote);
  const input = { id: quote.id, version: quote.version };
  const send = async () => {
    const said = `is on its way to ${quote.customer.email}.`;
    if (await approve.take({ input }, ({ number }) => `${number} ${said}`)) onClose();
  };
  const ask = async () => {
    if (await submit.take({ input }, () => 'The quote waits for approval.')) onClose();
  };
  const mayAsk = approve.refusal?.code === 'APPROVAL_NEEDED' && quote.actions.includes('SUBMIT');
  return (
    <>
      <RefusalNote refusal={submit.refusal ?? approve.refusal} />
      <FaultNote fault={submit.fault ?? approve.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Not yet
        </Button>
        {mayAsk ? (
          <Button loading={submit.busy} onClick={() => void ask()}>
            Ask for approval
          </Button>
        ) : (
          <Button loading={approve.busy} onClick={() => void send()}>
            Approve and send
          </Button>
        )}
      </Buttons>
    </>
  );
}
