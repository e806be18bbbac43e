import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { RefusedFragment, SteppedInvoiceFragment, TypedDocumentString } from '../gql/graphql.ts';
import { useWrite } from '../write.ts';

graphql(`
  fragment SteppedInvoice on Invoice {
    __typename
    id
    number
    status
    balance {
      amount
      currency
    }
  }
  fragment InvoiceToApprove on Invoice {
    id
    number
    kind
    stageLabel
    contentHash
    approvalReasons
    paymentTermsDays
    customer {
      id
      name
      email
    }
    totals {
      gross {
        amount
        currency
      }
    }
  }
  fragment InvoiceToStep on Invoice {
    ...InvoiceToApprove
    status
    subject
    actions
    paid {
      amount
      currency
    }
    credited {
      amount
      currency
    }
    writtenOff {
      amount
      currency
    }
    balance {
      amount
      currency
    }
    customerCredit {
      amount
      currency
    }
  }
`);

export const ApproveInvoice = graphql(`
  mutation InvoiceStep_Approve($input: ApproveInvoiceInput!) {
    step: approveInvoice(input: $input) {
      ...SteppedInvoice
      ...Refused
    }
  }
`);
export const ReturnInvoice = graphql(`
  mutation InvoiceStep_Return($input: InvoiceReasonInput!) {
    step: returnInvoice(input: $input) {
      ...SteppedInvoice
      ...Refused
    }
  }
`);
export const VoidInvoice = graphql(`
  mutation InvoiceStep_Void($input: InvoiceReasonInput!) {
    step: voidInvoice(input: $input) {
      ...SteppedInvoice
      ...Refused
    }
  }
`);
export const WriteOffInvoice = graphql(`
  mutation InvoiceStep_WriteOff($input: InvoiceReasonInput!) {
    step: writeOffInvoice(input: $input) {
      ...SteppedInvoice
      ...Refused
    }
  }
`);
export const ApplyCredit = graphql(`
  mutation InvoiceStep_ApplyCredit($input: ApplyCreditInput!) {
    step: applyCredit(input: $input) {
      ...SteppedInvoice
      ...Refused
    }
  }
`);

type Outcome = { step: SteppedInvoiceFragment | RefusedFragment };
type Keyed = { input: { idempotencyKey: string } };
type Unkeyed<Variables extends Keyed> = Omit<Variables['input'], 'idempotencyKey'>;

/** One step of an invoice. The key is the same for every try of this form, so that a repeat after a lost answer is no second step. */
export function useInvoiceStep<Data extends Outcome, Variables extends Keyed>(
  document: TypedDocumentString<Data, Variables>,
) {
  const write = useWrite(document, (data) => data.step);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return {
    ...write,
    take: async (input: Unkeyed<Variables>, said: (invoice: SteppedInvoiceFragment) => string) => {
      const done = await write.run({ input: { ...input, idempotencyKey } } as Variables);
      if (done === null) return null;
      const invoice = done as SteppedInvoiceFragment;
      notifications.show({ message: said(invoice) });
      return invoice;
    },
  };
}
