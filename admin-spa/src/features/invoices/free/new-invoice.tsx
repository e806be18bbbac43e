import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../../gql/gql.ts';
import type { FreeInvoiceCompanyFragment, PickedCustomerFragment } from '../../../gql/graphql.ts';
import { CustomerPicker } from '../../../pickers/customer-picker.tsx';
import { refusedField } from '../../../ui/problems.ts';
import { taxOf } from '../../../ui/values.ts';
import { useWrite } from '../../../write.ts';
import { FreeEditor } from './free-editor.tsx';
import { blankFreeLine, type FreeForm, freeInput } from './free-form.ts';

graphql(`
  fragment FreeInvoiceCompany on Company {
    currency
    pricesIncludeTax
    defaultTaxRate
    paymentTermsDays
    quoteSettings {
      taxRounding
    }
  }
`);

const Create = graphql(`
  mutation NewInvoice_Create($input: CreateFreeInvoiceInput!) {
    createFreeInvoice(input: $input) {
      ...SteppedInvoice
      ...Refused
    }
  }
`);

type Props = { company: FreeInvoiceCompanyFragment; customer: PickedCustomerFragment | null };

export function NewInvoice({ company, customer: given }: Props) {
  const navigate = useNavigate();
  const write = useWrite(Create, (data) => data.createFreeInvoice);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [customer, setCustomer] = useState(given);
  const [asked, setAsked] = useState(false);
  const defaultTax = taxOf('STANDARD', company.defaultTaxRate);
  const [start] = useState<FreeForm>(() => ({
    subject: '',
    pricesIncludeTax: company.pricesIncludeTax,
    termsDays: '',
    termsNote: '',
    lines: [blankFreeLine(defaultTax)],
  }));
  const currency = customer?.currency ?? company.currency;
  const create = async (form: FreeForm) => {
    setAsked(true);
    if (customer === null) return;
    const invoice = freeInput(form, currency);
    const done = await write.run({ input: { idempotencyKey, customerId: customer.id, invoice } });
    if (!done) return;
    notifications.show({
      message:
        done.status === 'AWAITING_APPROVAL'
          ? 'The invoice waits for approval; the customer has not seen it.'
          : `${done.number} is issued and on its way to ${customer.email}.`,
    });
    await navigate({ to: '/invoices/$invoiceId', params: { invoiceId: done.id } });
  };
  return (
    <FreeEditor
      start={start}
      currency={currency}
      taxRounding={company.quoteSettings.taxRounding}
      defaultTax={defaultTax}
      usualDays={customer?.paymentTermsDays ?? company.paymentTermsDays}
      who={
        <CustomerPicker
          picked={customer}
          problem={asked && customer === null ? 'Who is it for?' : refusedField(write.refusal)['customerId']}
          onPick={setCustomer}
        />
      }
      submit="Issue the invoice"
      hint="It gets its number and goes to the customer by mail at once, unless one of the company’s rules asks for a second look; then it waits for approval."
      write={write}
      onSubmit={create}
    />
  );
}
