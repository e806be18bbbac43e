import { graphql } from '../../gql/gql.ts';
import type { QuoteLinksFragment } from '../../gql/graphql.ts';
import { LinksPanel, openedWords } from '../../mails/links-panel.tsx';
import { useMay } from '../../session.ts';
import { useWrite } from '../../write.ts';

graphql(`
  fragment QuoteLinks on Quote {
    id
    status
    openedCount
    links {
      ...MailedLink
    }
  }
`);

const Revoke = graphql(`
  mutation QuoteLinks_Revoke($input: RevokeLinkInput!) {
    revokeLink(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);
const SendFresh = graphql(`
  mutation QuoteLinks_SendFresh($input: SendFreshLinkInput!) {
    sendFreshLink(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);

/** The links of a quote and of its invoices; a fresh one opens the quote. */
export function QuoteLinks({ quote }: { quote: QuoteLinksFragment }) {
  const { id: quoteId, status, openedCount, links } = quote;
  const mayWrite = useMay('WRITE_QUOTES');
  const revoke = useWrite(Revoke, (data) => data.revokeLink);
  const send = useWrite(SendFresh, (data) => data.sendFreshLink);
  if (links.length === 0) return null;
  const isUnsigned = status === 'OPEN' && openedCount > 0;
  return (
    <LinksPanel
      links={links}
      opened={isUnsigned ? `${openedWords(openedCount)}, unsigned` : openedWords(openedCount)}
      mayWrite={mayWrite}
      revoke={{ ...revoke, end: (id) => revoke.run({ input: { id } }) }}
      send={{
        ...send,
        mail: (idempotencyKey) => send.run({ input: { idempotencyKey, quoteId, invoiceId: null } }),
      }}
    />
  );
}
