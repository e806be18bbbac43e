import { notifications } from '@mantine/notifications';
import { graphql } from '../../gql/gql.ts';
import type { IssueStageInvoiceInput } from '../../gql/graphql.ts';
import { useWrite } from '../../write.ts';

const Issue = graphql(`
  mutation IssueStage_Issue($input: IssueStageInvoiceInput!) {
    issueStageInvoice(input: $input) {
      ... on Invoice {
        __typename
        id
        number
        status
      }
      ...Refused
    }
  }
`);

type Entry = Omit<IssueStageInvoiceInput, 'quoteId'>;

/** Issues the invoice of a stage, of which there is one however often this is asked; where a rule asks for a second look it waits for approval instead. */
export function useIssueStage(quoteId: string) {
  const write = useWrite(Issue, (data) => data.issueStageInvoice);
  return {
    ...write,
    issue: async (entry: Entry) => {
      const done = await write.run({ input: { ...entry, quoteId } });
      if (done === null) return null;
      notifications.show({
        message:
          done.status === 'AWAITING_APPROVAL'
            ? 'The invoice waits for approval; the customer has not seen it.'
            : `${done.number} is issued and on its way to the customer.`,
      });
      return done;
    },
  };
}
