import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../../gql/gql.ts';
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

export function EditInvoice({ invoice, company }: Props) {
  const { id, contentHash, customer } = invoice;
  const { currency } = invoice.balance;
  const navigate = useNavigate();
  const write = useWrite(Update, (data) => data.updateInvoiceDraft);
  const [start] = useState(() => freeFormOf(invoice));
  const save = async (form: FreeForm) => {
    const done = await write.run({ input: { id, contentHash, invoice: freeInput(form, currency) } });
    if (!done) return;
    notifications.show({ message: 'The invoice is saved; it still waits for approval.' });
    await navigate({ to: '/invoices/$invoiceId', params: { invoiceId: id } });
  };
  return (
    <FreeEditor
      start={start}
      currency={currency}
      taxRounding={company.quoteSettings.taxRounding}
      defaultTax={taxOf('STANDARD', company.defaultTaxRate)}
      usualDays={customer.paymentTermsDays ?? company.paymentTermsDays}
      who={<TextInput label="Customer" value={customer.name} readOnly />}
      submit="Save the invoice"
      hint="It still waits for approval afterwards."
      write={write}
      onSubmit={save}
    />
  );
}
