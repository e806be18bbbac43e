import { Select, Textarea, TextInput } from '@mantine/core';
import { currencies } from './currencies.ts';
import forms from './form.module.css';
import { language } from './words.ts';

type Known = {
  name: string;
  contactName: string;
  email: string;
  phone: string;
  address: readonly string[];
  taxNumber: string;
  prefix: string;
  currency: string;
  language: string;
  paymentTermsDays: number | null;
};

export type CustomerFieldProps = {
  customer?: Known | undefined;
  problems: Record<string, string | undefined>;
};

/** Whom the company deals with. All fields are uncontrolled; the form around them reads and sends them. */
export function WhoFields({ customer, problems }: CustomerFieldProps) {
  return (
    <>
      <TextInput
        label="Name"
        description="As it is printed on documents."
        name="name"
        maxLength={200}
        required
        defaultValue={customer?.name}
        error={problems['name']}
        data-autofocus
      />
      <div className={forms.pair}>
        <TextInput
          label="Contact"
          name="contactName"
          maxLength={200}
          defaultValue={customer?.contactName}
          error={problems['contactName']}
        />
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          required
          defaultValue={customer?.email}
          error={problems['email']}
        />
        <TextInput
          label="Telephone"
          name="phone"
          type="tel"
          maxLength={50}
          defaultValue={customer?.phone}
          error={problems['phone']}
        />
      </div>
    </>
  );
}

export function AddressField({ customer, problems }: CustomerFieldProps) {
  return (
    <Textarea
      label="Billing address"
      name="address"
      autosize
      minRows={3}
      defaultValue={customer?.address.join('\n')}
      error={problems['address']}
    />
  );
}

type MoneyProps = CustomerFieldProps & {
  /** The company's, which a new customer starts with. */
  currency: string;
  /** Once there is a quote the currency stays. */
  currencyIsFixed?: boolean;
};

/** How the customer pays. */
export function MoneyFields({ customer, problems, currency, currencyIsFixed = false }: MoneyProps) {
  return (
    <div className={forms.pair}>
      <TextInput
        label="Tax number"
        description="With its label, as printed."
        name="taxNumber"
        maxLength={50}
        defaultValue={customer?.taxNumber}
        error={problems['taxNumber']}
      />
      <Select
        label="Currency"
        description={currencyIsFixed ? 'Stays: there are quotes in it.' : 'Of quotes and invoices.'}
        name="currency"
        data={currencies}
        searchable
        allowDeselect={false}
        disabled={currencyIsFixed}
        defaultValue={customer?.currency ?? currency}
        error={problems['currency']}
      />
      <TextInput
        label="Payment terms"
        description="Days. Empty takes the company's."
        name="paymentTermsDays"
        inputMode="numeric"
        defaultValue={customer?.paymentTermsDays ?? ''}
        error={problems['paymentTermsDays']}
      />
    </div>
  );
}

/** How documents speak to the customer. */
export function DocumentFields({ customer, problems }: CustomerFieldProps) {
  return (
    <div className={forms.pair}>
      <Select
        label="Language"
        description="Of mails and documents. The pages behind the links are in English so far."
        name="language"
        data={Object.entries(language).map(([value, label]) => ({ value, label }))}
        placeholder="As the company"
        allowDeselect={customer === undefined}
        defaultValue={customer?.language ?? null}
        error={problems['language']}
      />
      <TextInput
        label="Prefix"
        description="In quote numbers. Empty makes one."
        name="prefix"
        maxLength={12}
        defaultValue={customer?.prefix}
        error={problems['prefix']}
      />
    </div>
  );
}
