import { notifications } from '@mantine/notifications';
import { graphql } from '../../gql/gql.ts';
import type { RefusedFragment, SteppedFragment, TypedDocumentString } from '../../gql/graphql.ts';
import { useWrite } from '../../write.ts';

graphql(`
  fragment Stepped on Quote {
    __typename
    id
    version
    number
    status
  }
`);

export const SubmitQuote = graphql(`
  mutation QuoteStep_Submit($input: QuoteStepInput!) {
    step: submitQuote(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);
export const ApproveQuote = graphql(`
  mutation QuoteStep_Approve($input: QuoteStepInput!) {
    step: approveQuote(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);
export const ReviseQuote = graphql(`
  mutation QuoteStep_Revise($input: QuoteStepInput!) {
    step: reviseQuote(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);
export const RefreshQuote = graphql(`
  mutation QuoteStep_Refresh($input: QuoteStepInput!) {
    step: refreshQuote(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);
export const ArchiveQuote = graphql(`
  mutation QuoteStep_Archive($input: QuoteStepInput!) {
    step: archiveQuote(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);
export const RestoreQuote = graphql(`
  mutation QuoteStep_Restore($input: QuoteStepInput!) {
    step: restoreQuote(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);
export const ReturnQuote = graphql(`
  mutation QuoteStep_Return($input: QuoteStepWithNoteInput!) {
    step: returnQuote(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);
export const CancelQuote = graphql(`
  mutation QuoteStep_Cancel($input: QuoteStepWithNoteInput!) {
    step: cancelQuote(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);
export const ChangeExpiry = graphql(`
  mutation QuoteStep_ChangeExpiry($input: ChangeQuoteExpiryInput!) {
    step: changeQuoteExpiry(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);
export const DuplicateQuote = graphql(`
  mutation QuoteStep_Duplicate($input: DuplicateQuoteInput!) {
    step: duplicateQuote(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);

type Outcome = { step: SteppedFragment | RefusedFragment };

/** One step of a quote: what it came to is said in a sentence, and a refusal stands where the button was pressed. */
export function useStep<Data extends Outcome, Variables>(document: TypedDocumentString<Data, Variables>) {
  const write = useWrite(document, (data) => data.step);
  return {
    ...write,
    take: async (variables: Variables, said: (quote: SteppedFragment) => string) => {
      const done = await write.run(variables);
      if (done === null) return null;
      const quote = done as SteppedFragment;
      notifications.show({ message: said(quote) });
      return quote;
    },
  };
}
