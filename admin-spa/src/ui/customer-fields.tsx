import { Textarea, TextInput } from '@mantine/core';
import forms from './form.module.css';

type Known = {
  name: string;
  contactName: string;
  email: string;
  phone: string;
  address: readonly string[];
  prefix: string;
  paymentTermsDays: number | null;
};

type Props = { customer?: Known; problems: Record<string, string | undefined> };

/** The fields of a customer, uncontrolled; the form around them reads and sends them. */
export function CustomerFields({ customer, problems }: Props) {
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
      </div>
      <Textarea
        label="Billing address"
        name="address"
        autosize
        minRows={3}
        defaultValue={customer?.address.join('\n')}
        error={problems['address']}
      />
      <div className={forms.pair}>
        <TextInput
          label="Telephone"
          name="phone"
          type="tel"
          maxLength={50}
          defaultValue={customer?.phone}
          error={problems['phone']}
        />
        <TextInput
          label="Prefix"
          description="In quote numbers. Empty makes one."
          name="prefix"
          maxLength={12}
          defaultValue={customer?.prefix}
          error={problems['prefix']}
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
    </>
  );
}
