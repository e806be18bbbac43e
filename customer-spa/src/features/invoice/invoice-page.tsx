import { useEffect } from 'react';
import { useClient, useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { LinkKind } from '../../link.ts';
import { Answer } from '../../ui/answer.tsx';
import { Page } from '../../ui/page.tsx';
import { InvoiceView } from './invoice-view.tsx';

graphql(`
  fragment Invoice_All on PortalInvoice {
    number
    status
    customerName
    quoteNumber
    subject
    stageLabel
    issueDate
    dueDate
    isOverdue
    today
    methods
    bankDetails
    company {
      ...Company_Contact
    }
    lines {
      description
      taxRate
      net {
        amount
        currency
      }
      gross {
        amount
        currency
      }
    }
    totals {
      ...Totals_All
    }
    paid {
      amount
      currency
    }
    credited {
      amount
      currency
    }
    credit {
      amount
      currency
    }
    balance {
      amount
      currency
    }
    payments {
      method
      status
      createdAt
      confirmedAt
      receiptNumber
      declined
      proofs
      amount {
        amount
        currency
      }
      kept {
        amount
        currency
      }
      refunded {
        amount
        currency
      }
    }
    creditNotes {
      number
      issueDate
      reason
      amount {
        amount
        currency
      }
    }
    refunds {
      method
      status
      createdAt
      amount {
        amount
        currency
      }
    }
    earlier {
      number
      label
      issueDate
      total {
        amount
        currency
      }
      creditNotes {
        number
        total {
          amount
          currency
        }
      }
    }
  }
`);

const InvoicePage_Read = graphql(`
  query InvoicePage_Read($number: String) {
    portalInvoice(number: $number) {
      ...Invoice_All
    }
  }
`);

type Props = { kind: LinkKind; number: string | null; fromCheckout: boolean };

export function InvoicePage({ kind, number, fromCheckout }: Props) {
  const [{ data, error, fetching }, read] = useQuery({ query: InvoicePage_Read, variables: { number } });
  const refresh = () => read({ requestPolicy: 'network-only' });
  const client = useClient();
  useEffect(() => {
    // the link of one invoice says by itself which one; nobody waits for this or misses it
    if (number !== null)
      void import('../../visit.ts')
        .then(({ noteInvoice }) => noteInvoice(client, number))
        .catch(() => undefined);
  }, [client, number]);
  return (
    <Answer data={data?.portalInvoice} error={error} onRetry={refresh}>
      {(invoice) => (
        <Page company={invoice.company}>
          <InvoiceView
            {...{ invoice, kind, number, fromCheckout }}
            isReading={fetching}
            onRefresh={refresh}
          />
        </Page>
      )}
    </Answer>
  );
}
