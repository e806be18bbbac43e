import { useQuery } from 'urql';
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
    quoteTitle
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
      amount {
        amount
        currency
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
