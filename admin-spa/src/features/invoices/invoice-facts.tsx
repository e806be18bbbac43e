import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { InvoiceFactsFragment } from '../../gql/graphql.ts';
import { Day } from '../../ui/day.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/page.tsx';
import { daysText } from '../../ui/words.ts';

graphql(`
  fragment InvoiceFacts on Invoice {
    stageLabel
    stagePosition
    sourceEvent
    issueDate
    dueDate
    paymentTermsDays
    termsNote
    createdBy
    quote {
      id
      number
      title
    }
  }
`);

/** Where it comes from and when it is due. */
export function InvoiceFacts({ invoice }: { invoice: InvoiceFactsFragment }) {
  const { quote } = invoice;
  return (
    <Panel title="Where it comes from">
      <Facts
        of={[
          [
            'Quote',
            quote && (
              <Link to="/quotes/$quoteId" params={{ quoteId: quote.id }}>
                {quote.number} {quote.title}
              </Link>
            ),
          ],
          ['Stage', invoice.stageLabel && `${invoice.stagePosition}. ${invoice.stageLabel}`],
          ['Written by', invoice.createdBy],
          ['Issued', invoice.issueDate && <Day on={invoice.issueDate} />],
          ['Due', invoice.dueDate && <Day on={invoice.dueDate} />],
          ['Payment terms', invoice.paymentTermsDays === 0 ? 'At once' : daysText(invoice.paymentTermsDays)],
          ['Agreed exception', invoice.termsNote],
          ['Source event', <code key="source">{invoice.sourceEvent}</code>],
        ]}
      />
    </Panel>
  );
}
