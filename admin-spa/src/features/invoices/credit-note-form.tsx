import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { InvoiceToCreditFragment } from '../../gql/graphql.ts';
import { Buttons } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { useFormat } from '../../ui/format.ts';
import { refusedField } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';
import { CreditConsequences } from './credit-consequences.tsx';
import { CreditExtent } from './credit-extent.tsx';
import { CreditLineFields } from './credit-line-fields.tsx';
import { creditable } from './credit-means.ts';
import { useCreditEntry } from './use-credit-entry.ts';

graphql(`
  fragment InvoiceToCredit on Invoice {
    ...InvoiceToStep
    lines {
      description
      gross {
        amount
        currency
      }
    }
  }
`);

const Credit = graphql(`
  mutation CreditNoteForm_Credit($input: CreditInvoiceInput!) {
    creditInvoice(input: $input) {
      ... on CreditNote {
        __typename
        id
        number
      }
      ...Refused
    }
  }
`);

type Props = { invoice: InvoiceToCreditFragment; onClose: () => void };

export function CreditNoteForm({ invoice, onClose }: Props) {
  const format = useFormat();
  const { currency } = invoice.balance;
  const sums = {
    gross: invoice.totals.gross.amount,
    credited: invoice.credited.amount,
    balance: invoice.balance.amount,
  };
  const left = { amount: creditable(sums), currency };
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const entry = useCreditEntry(invoice.lines, left);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const write = useWrite(Credit, (data) => data.creditInvoice);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const reason = String(new FormData(element).get('reason')).trim();
    const wrong: Record<string, string> = {
      ...entry.problems,
      ...(reason === '' && { reason: 'Please say why; the customer reads it.' }),
    };
    setProblems(wrong);
    const [first] = Object.keys(wrong);
    if (first !== undefined) return element.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    const input = { idempotencyKey, invoiceId: invoice.id, ...entry.input, reason };
    const done = await write.run({ input });
    if (!done) return;
    notifications.show({ message: `${done.number} is issued and on its way to ${invoice.customer.email}.` });
    onClose();
  };
  const shown = { ...refusedField(write.refusal), ...problems };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p className="dim">
        Of {format.money(invoice.totals.gross)}, {format.money(left)} can be taken off.
      </p>
      <CreditExtent {...entry.extent} problem={shown['amount']} />
      {entry.lines && <CreditLineFields {...entry.lines} problems={shown} />}
      <Textarea
        label="Why"
        name="reason"
        description={`It is printed; ${invoice.customer.name} reads it.`}
        required
        maxLength={500}
        autosize
        minRows={2}
        error={shown['reason']}
        data-autofocus
      />
      {entry.amount !== null && <CreditConsequences amount={entry.amount} sums={sums} invoice={invoice} />}
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={write.busy}>
          Issue the credit note
        </Button>
      </Buttons>
    </form>
  );
}
