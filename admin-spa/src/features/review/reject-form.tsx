import { graphql } from '../../gql/gql.ts';
import { useWrite } from '../../write.ts';
import { NoteForm } from './note-form.tsx';

const Reject = graphql(`
  mutation RejectForm_Reject($input: RejectManualPaymentInput!) {
    rejectManualPayment(input: $input) {
      ... on Payment {
        __typename
        id
      }
      ...Refused
    }
  }
`);

export function RejectForm({ paymentId, onClose }: { paymentId: string; onClose: () => void }) {
  const write = useWrite(Reject, (data) => data.rejectManualPayment);
  return (
    <NoteForm
      label="Why is this claim not so?"
      help="Staff see it; the invoice stays open."
      submit="Reject the claim"
      write={write}
      onSubmit={(reason) => write.run({ input: { paymentId, reason } })}
      onClose={onClose}
    />
  );
}
