import { useQuery } from '@tanstack/react-query';
import { graphql } from '../gql/gql.ts';
import { request } from '../graphql.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { OnBehalfForm } from './on-behalf-form.tsx';

const ToAccept = graphql(`
  query OnBehalfDialog($id: ID!) {
    quote(id: $id) {
      ...ToAccept
    }
  }
`);

type Props = { quoteId: string; opened: boolean; onClose: () => void };

/** Accepts an open quote for a customer who agreed on paper or by telephone; the page of the quote and the inbox both ask here. */
export function OnBehalfDialog({ quoteId, opened, onClose }: Props) {
  return (
    <Dialog title="Accept for the customer" opened={opened} onClose={onClose}>
      <Asked quoteId={quoteId} onClose={onClose} />
    </Dialog>
  );
}

function Asked({ quoteId, onClose }: Omit<Props, 'opened'>) {
  const read = useQuery({
    queryKey: ['quote', quoteId, 'to-accept'],
    queryFn: async () => (await request(ToAccept, { id: quoteId })).quote,
  });
  return (
    <Loaded read={read} rows={4}>
      {(quote) => <OnBehalfForm quote={quote} onClose={onClose} />}
    </Loaded>
  );
}
