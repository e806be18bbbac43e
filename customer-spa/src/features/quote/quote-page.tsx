import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { Answer } from '../../ui/answer.tsx';
import { Page } from '../../ui/page.tsx';
import { ClosedQuote } from './closed-quote.tsx';
import { OpenQuote } from './open-quote.tsx';
import { Waiting } from '../../ui/waiting.tsx';

const SignedQuote = lazy(async () => ({ default: (await import('./signed-quote.tsx')).SignedQuote }));

graphql(`
  fragment Quote_All on PortalQuote {
    number
    title
    status
    customerName
    sentTo
    currency
    pricesIncludeTax
    paymentTermsDays
    validUntil
    timeZone
    revisionHash
    consent
    company {
      ...Company_Contact
    }
    scope {
      ...Rich_Block
    }
    terms {
      ...Rich_Block
    }
    lines {
      id
      description
      quantity
      unit
      taxRate
      unitPrice {
        amount
        currency
      }
      amount {
        amount
        currency
      }
    }
    options {
      id
      title
      description
      taxRate
      preselected
      price {
        amount
        currency
      }
    }
    stages {
      id
      label
      share
      due
    }
    acceptance {
      signerName
      signedAt
      optionIds
      evidenceHash
      totals {
        ...Totals_All
      }
    }
    invoices {
      number
      stageLabel
      status
      dueDate
      total {
        amount
        currency
      }
    }
  }
`);

const QuotePage_Read = graphql(`
  query QuotePage_Read {
    portalQuote {
      ...Quote_All
    }
  }
`);

export function QuotePage() {
  const [{ data, error }, read] = useQuery({ query: QuotePage_Read });
  const [signed, setSigned] = useState<Quote_AllFragment | null>(null);
  const refresh = () => read({ requestPolicy: 'network-only' });
  return (
    <Answer data={data?.portalQuote} error={error} onRetry={refresh}>
      {(quote) => (
        <Page company={quote.company}>
          <QuoteAsItStands
            quote={quote.status === 'OPEN' && signed ? signed : quote}
            isFresh={signed !== null}
            onSigned={setSigned}
            onStale={refresh}
          />
        </Page>
      )}
    </Answer>
  );
}

type Props = {
  quote: Quote_AllFragment;
  isFresh: boolean;
  onSigned: (quote: Quote_AllFragment) => void;
  onStale: () => void;
};

function QuoteAsItStands({ quote, isFresh, onSigned, onStale }: Props) {
  switch (quote.status) {
    case 'OPEN':
      return <OpenQuote quote={quote} onSigned={onSigned} onStale={onStale} />;
    case 'ACCEPTED':
      return (
        <Suspense fallback={<Waiting />}>
          <SignedQuote quote={quote} isFresh={isFresh} />
        </Suspense>
      );
    case 'EXPIRED':
    case 'CANCELED':
      return <ClosedQuote quote={quote} />;
  }
}
