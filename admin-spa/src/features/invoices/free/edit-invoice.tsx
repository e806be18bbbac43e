import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../../gql/gql.ts';
import { DraftNotes } from '../../../drafts/draft-notes.tsx';
import type { Draft } from '../../../drafts/open-draft.ts';
import { useDraft } from '../../../drafts/use-draft.ts';
import type { FreeInvoiceCompanyFragment, FreeInvoiceFormFragment } from '../../../gql/graphql.ts';
import { taxOf } from '../../../ui/values.ts';
import { useWrite } from '../../../write.ts';
import { FreeEditor } from './free-editor.tsx';
import { type FreeForm, freeFormOf, freeInput } from './free-form.ts';

graphql(`
  fragment FreeInvoiceForm on Invoice {
    id
    contentHash
    actions
    subject
    pricesIncludeTax
    paymentTermsDays
    termsNote
    customer {
      id
      name
      paymentTermsDays
    }
    balance {
      currency
    }
    ...InvoiceLines
  }
`);

const Update = graphql(`
  mutation EditInvoice_Update($input: UpdateInvoiceDraftInput!) {
    updateInvoiceDraft(input: $input) {
      ...SteppedInvoice
      ...Refused
    }
  }
`);

type Props = { invoice: FreeInvoiceFormFragment; company: FreeInvoiceCompanyFragment };

type Edited = { contentHash: string; form: FreeForm };

export function EditInvoice({ invoice, company }: Props) {
  const [start] = useState<Edited>(() => ({
    // what the form was filled from: whatever is read later, what somebody else wrote meanwhile has to stop this save
    contentHash: invoice.contentHash,
    form: freeFormOf(invoice),
  }));
  const draft = useDraft(`invoice-${invoice.id}`, start);
  return (
    <>
      <DraftNotes draft={draft} />
      <EditForm key={draft.round} invoice={invoice} company={company} draft={draft} />
    </>
  );
}

function EditForm({ invoice, company, draft: { begin, note, close } }: Props & { draft: Draft<Edited> }) {
  const { id, customer } = invoice;
  const { currency } = invoice.balance;
  const navigate = useNavigate();
  const write = useWrite(Update, (data) => data.updateInvoiceDraft);
  const save = async (form: FreeForm) => {
    const { contentHash } = begin;
    if (!(await write.run({ input: { id, contentHash, invoice: freeInput(form, currency) } }))) return;
    close();
    notifications.show({ message: 'The invoice is saved; it still waits for approval.' });
    await navigate({ to: '/invoices/$invoiceId', params: { invoiceId: id } });
  };
  return (
    <FreeEditor
      start={begin.form}
      currency={currency}
      taxRounding={company.quoteSettings.taxRounding}
      defaultTax={taxOf('STANDARD', company.defaultTaxRate)}
      usualDays={customer.paymentTermsDays ?? company.paymentTermsDays}
      who={<TextInput label="Customer" value={customer.name} readOnly />}
      submit="Save the invoice"
      hint="It still waits for approval afterwards."
      write={write}
      onForm={(form) => note({ form })}
      onSubmit={save}
    />
  );
}
