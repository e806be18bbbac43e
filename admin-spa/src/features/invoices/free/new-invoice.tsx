import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../../gql/gql.ts';
import { DraftNotes } from '../../../drafts/draft-notes.tsx';
import type { Draft } from '../../../drafts/open-draft.ts';
import { useDraft } from '../../../drafts/use-draft.ts';
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

type NewForm = { idempotencyKey: string; customer: PickedCustomerFragment | null; form: FreeForm };

export function NewInvoice({ company, customer }: Props) {
  const defaultTax = taxOf('STANDARD', company.defaultTaxRate);
  const [start] = useState<NewForm>(() => ({
    idempotencyKey: crypto.randomUUID(),
    customer,
    form: {
      subject: '',
      pricesIncludeTax: company.pricesIncludeTax,
      termsDays: '',
      termsNote: '',
      lines: [blankFreeLine(defaultTax)],
    },
  }));
  const draft = useDraft(`new-invoice-${customer?.id ?? ''}`, start);
  return (
    <>
      <DraftNotes draft={draft} />
      <NewInvoiceForm key={draft.round} company={company} defaultTax={defaultTax} draft={draft} />
    </>
  );
}

type FormProps = { company: FreeInvoiceCompanyFragment; defaultTax: string; draft: Draft<NewForm> };

function NewInvoiceForm({ company, defaultTax, draft: { begin, note, close } }: FormProps) {
  const navigate = useNavigate();
  const write = useWrite(Create, (data) => data.createFreeInvoice);
  const [customer, setCustomer] = useState(begin.customer);
  const [asked, setAsked] = useState(false);
  const currency = customer?.currency ?? company.currency;
  const create = async (form: FreeForm) => {
    setAsked(true);
    if (customer === null) return;
    const { idempotencyKey } = begin;
    const invoice = freeInput(form, currency);
    const done = await write.run({ input: { idempotencyKey, customerId: customer.id, invoice } });
    if (!done) return;
    close();
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
      start={begin.form}
      currency={currency}
      taxRounding={company.quoteSettings.taxRounding}
      defaultTax={defaultTax}
      usualDays={customer?.paymentTermsDays ?? company.paymentTermsDays}
      who={
        <CustomerPicker
          picked={customer}
          problem={asked && customer === null ? 'Who is it for?' : refusedField(write.refusal)['customerId']}
          onPick={(picked) => {
            setCustomer(picked);
            note({ customer: picked });
          }}
        />
      }
      submit="Issue the invoice"
      hint="It gets its number and goes to the customer by mail at once, unless one of the company’s rules asks for a second look; then it waits for approval."
      write={write}
      onForm={(form) => note({ form })}
      onSubmit={create}
    />
  );
}
