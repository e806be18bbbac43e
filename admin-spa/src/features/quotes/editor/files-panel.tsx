import { useQuery } from '@tanstack/react-query';
import { graphql } from '../../../gql/gql.ts';
import { request } from '../../../graphql.ts';
import { AttachmentsPanel } from '../attachments-panel.tsx';

const Files = graphql(`
  query EditorFiles($id: ID!) {
    quote(id: $id) {
      id
      attachments {
        ...QuoteAttachment
      }
    }
  }
`);

/** The files of the draft; they come and go by themselves, whatever is typed meanwhile. */
export function FilesPanel({ quoteId, onChange }: { quoteId: string; onChange: () => void }) {
  const { data, refetch } = useQuery({
    queryKey: ['quote', quoteId, 'files'],
    queryFn: async () => (await request(Files, { id: quoteId })).quote.attachments,
  });
  return (
    <AttachmentsPanel
      quoteId={quoteId}
      attachments={data ?? []}
      canEdit
      onChange={() => {
        void refetch();
        onChange();
      }}
    />
  );
}
