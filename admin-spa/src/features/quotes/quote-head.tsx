import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { QuoteHeadFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { PageHead } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { quoteLabel } from '../../ui/words.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';

graphql(`
  fragment QuoteHead on Quote {
    id
    version
    number
    title
    status
    cancelReason
    isExpired
    validUntil
    actions
    pdfUrl
    customer {
      id
      name
      email
    }
    totals {
      gross {
        amount
        currency
      }
    }
    stages {
      id
      label
      amount {
        amount
        currency
      }
    }
  }
`);

export function QuoteHead({ quote }: { quote: QuoteHeadFragment }) {
  const { tone, label } = quoteLabel(quote);
  return (
    <PageHead
      title={quote.title}
      tabTitle={`${quote.number ?? 'Draft'} ${quote.title}`}
      above={<Link to="/quotes">Quotes</Link>}
      status={<Status tone={tone}>{label}</Status>}
      lead={
        <>
          <span className="num">{quote.number ?? 'No number yet'}</span>
          {' · '}
          <Link to="/customers/$customerId" params={{ customerId: quote.customer.id }}>
            {quote.customer.name}
          </Link>
          {' · valid until '}
          <Day on={quote.validUntil} />
        </>
      }
      figure={
        <>
          <small>{quote.status === 'ACCEPTED' ? 'Accepted total' : 'Total without options'}</small>
          <Amount of={quote.totals.gross} />
        </>
      }
      actions={<Actions quote={quote} />}
    />
  );
}

function Actions({ quote }: { quote: QuoteHeadFragment }) {
  const [asked, setAsked] = useState<'APPROVE' | 'CANCEL' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      {quote.pdfUrl && (
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
      )}
      {quote.actions.includes('CANCEL') && (
        <Button variant="default" onClick={() => setAsked('CANCEL')}>
          {quote.status === 'DRAFT' ? 'Discard…' : 'Withdraw…'}
        </Button>
      )}
      {quote.actions.includes('EDIT') && (
        <ButtonLink to="/quotes/$quoteId/edit" params={{ quoteId: quote.id }} variant="default">
          Edit
        </ButtonLink>
      )}
      {quote.actions.includes('APPROVE') && (
        <Button onClick={() => setAsked('APPROVE')}>Approve and send…</Button>
      )}
      <ApproveDialog quote={quote} opened={asked === 'APPROVE'} onClose={close} />
      <CancelDialog quote={quote} opened={asked === 'CANCEL'} onClose={close} />
    </>
  );
}
