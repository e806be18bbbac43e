import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { QuoteHeadFragment } from '../../gql/graphql.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { type Asked, QuoteDialogs } from './quote-dialogs.tsx';
import { QuoteMenu } from './quote-menu.tsx';
import { useQuoteSteps } from './use-quote-steps.ts';

/** The next step as a button, everything else in a menu; what the person may not do now is not there. */
export function QuoteActions({ quote }: { quote: QuoteHeadFragment }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const steps = useQuoteSteps(quote);
  const navigate = useNavigate();
  const may = (action: QuoteHeadFragment['actions'][number]) => quote.actions.includes(action);
  const toDraft = async (step: () => Promise<{ id: string } | null>) => {
    const draft = await step();
    if (draft) await navigate({ to: '/quotes/$quoteId/edit', params: { quoteId: draft.id } });
  };
  return (
    <>
      <Button
        component="a"
        href={`/q/preview/${quote.id}`}
        target="_blank"
        rel="noreferrer"
        variant="default"
      >
        View as customer
      </Button>
      <Button
        component="a"
        href={quote.pdfUrl}
        target="_blank"
        rel="noreferrer"
        variant="default"
        leftSection={<Icon name="file" size={16} />}
      >
        PDF
      </Button>
      <QuoteMenu quote={quote} steps={steps} toDraft={toDraft} onAsk={setAsked} />
      {may('RETURN') && (
        <Button variant="default" onClick={() => setAsked('RETURN')}>
          Give back…
        </Button>
      )}
      {may('EDIT') && (
        <ButtonLink to="/quotes/$quoteId/edit" params={{ quoteId: quote.id }} variant="default">
          Edit
        </ButtonLink>
      )}
      {may('REVISE') && !may('REFRESH') && (
        <Button variant="default" loading={steps.busy} onClick={() => void toDraft(steps.revise)}>
          Revise
        </Button>
      )}
      {may('REFRESH') && (
        <Button loading={steps.busy} onClick={() => void toDraft(steps.refresh)}>
          Refresh with today’s prices
        </Button>
      )}
      {may('SUBMIT') && !may('APPROVE') && (
        <Button loading={steps.busy} onClick={() => void steps.submit()}>
          Ask for approval
        </Button>
      )}
      {may('APPROVE') && <Button onClick={() => setAsked('APPROVE')}>Approve and send…</Button>}
      <RefusalNote refusal={steps.refusal} />
      <FaultNote fault={steps.fault} />
      <QuoteDialogs quote={quote} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}
