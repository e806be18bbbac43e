import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { MailHistory } from '../../mails/mail-history.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/page.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { AcceptancePanel } from './acceptance-panel.tsx';
import { AttachmentsPanel } from './attachments-panel.tsx';
import { ContractPanel } from './contract-panel.tsx';
import { QuoteLinks } from './quote-links.tsx';
import { MessagesPanel } from './messages-panel.tsx';
import { PlansPanel } from './plans-panel.tsx';
import { QuoteContent } from './quote-content.tsx';
import { QuoteHead } from './quote-head.tsx';
import { QuoteInvoices } from './quote-invoices.tsx';
import { StagesPanel } from './stages-panel.tsx';
import { StandingNote } from './standing-note.tsx';
import { VersionsPanel } from './versions-panel.tsx';

const Quote = graphql(`
  query QuoteScreen($id: ID!) {
    quote(id: $id) {
      ...QuoteHead
      ...QuoteContent
      ...QuoteStages
      ...QuoteContract
      ...QuoteAcceptance
      ...QuoteInvoices
      ...QuotePlans
      mails {
        ...MailInHistory
      }
      ...QuoteLinks
      ...QuoteMessages
      ...QuoteVersions
      attachments {
        ...QuoteAttachment
      }
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
  const queries = useQueryClient();
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
            <StandingNote quote={quote} />
            <div className="split">
              <div>
                <MessagesPanel quote={quote} />
                <StagesPanel quote={quote} />
                <QuoteContent quote={quote} />
                <AttachmentsPanel
                  quoteId={quote.id}
                  attachments={quote.attachments}
                  canEdit={quote.actions.includes('EDIT')}
                  onChange={() => void queries.invalidateQueries({ queryKey: ['quote', quoteId] })}
                />
              </div>
              <div>
                <AcceptancePanel quote={quote} />
                <ContractPanel quote={quote} />
                <QuoteInvoices quote={quote} />
                <PlansPanel plans={quote.plans} />
                <QuoteLinks quote={quote} />
                <VersionsPanel quote={quote} />
                <Panel title="History">
                  <Timeline steps={quote.timeline} empty="Nothing has happened yet." />
                </Panel>
                <MailHistory
                  mails={quote.mails}
                  none="No mail yet. The first one goes out with the approval."
                />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
