import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/page.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { AcceptancePanel } from './acceptance-panel.tsx';
import { MailsPanel } from './mails-panel.tsx';
import { QuoteContent } from './quote-content.tsx';
import { QuoteHead } from './quote-head.tsx';
import { QuoteInvoices } from './quote-invoices.tsx';
import { StagesPanel } from './stages-panel.tsx';

const Quote = graphql(`
  query QuoteScreen($id: ID!) {
    quote(id: $id) {
      ...QuoteHead
      ...QuoteContent
      ...QuoteStages
      ...QuoteAcceptance
      ...QuoteInvoices
      ...QuoteMails
      timeline {
        id
        at
        actor
        text
      }
    }
  }
`);

export function QuoteScreen() {
  const { quoteId } = useParams({ from: '/inside/quotes/$quoteId' });
  const read = useQuery({
    queryKey: ['quote', quoteId],
    queryFn: async () => (await request(Quote, { id: quoteId })).quote,
    // the customer may sign at any moment, and the address of the PDF is good for five minutes
    refetchInterval: 5_000,
  });
  return (
    <div>
      <Loaded read={read} rows={8}>
        {(quote) => (
          <>
            <QuoteHead quote={quote} />
            <div className="split">
              <div>
                <StagesPanel quote={quote} />
                <QuoteContent quote={quote} />
              </div>
              <div>
                <AcceptancePanel quote={quote} />
                <QuoteInvoices quote={quote} />
                <Panel title="History">
                  <Timeline steps={quote.timeline} empty="Nothing has happened yet." />
                </Panel>
                <MailsPanel mails={quote.mails} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
