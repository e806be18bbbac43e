import { graphql } from '../../gql/gql.ts';
import type { InvoiceLinksFragment } from '../../gql/graphql.ts';
import { LinksPanel, openedWords } from '../../mails/links-panel.tsx';
import { useMay } from '../../session.ts';
import { useWrite } from '../../write.ts';

graphql(`
  fragment InvoiceLinks on Invoice {
    id
    links {
      ...MailedLink
    }
  }
`);

const Revoke = graphql(`
  mutation InvoiceLinks_Revoke($input: RevokeInvoiceLinkInput!) {
    revokeInvoiceLink(input: $input) {
      ...SteppedInvoice
      ...Refused
    }
  }
`);
const SendFresh = graphql(`
  mutation InvoiceLinks_SendFresh($input: SendInvoiceLinkInput!) {
    sendInvoiceLink(input: $input) {
      ...SteppedInvoice
      ...Refused
    }
  }
`);

/** The links that open this invoice; before it is issued there is none. */
export function InvoiceLinks({ invoice: { id: invoiceId, links } }: { invoice: InvoiceLinksFragment }) {
  const mayWrite = useMay('ISSUE_INVOICES');
  const revoke = useWrite(Revoke, (data) => data.revokeInvoiceLink);
  const send = useWrite(SendFresh, (data) => data.sendInvoiceLink);
  if (links.length === 0) return null;
  return (
    <LinksPanel
      links={links}
      opened={openedWords(links.reduce((sum, { openedCount }) => sum + openedCount, 0))}
      mayWrite={mayWrite}
      revoke={{ ...revoke, end: (id) => revoke.run({ input: { id } }) }}
      send={{ ...send, mail: (idempotencyKey) => send.run({ input: { idempotencyKey, invoiceId } }) }}
    />
  );
}
