import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { CompanySettingsFragment } from '../../gql/graphql.ts';
import { thousandthsText } from '../../ui/entry.ts';
import forms from '../../ui/form.module.css';

type Props = { company: CompanySettingsFragment; problems: Record<string, string | undefined> };

export function CompanyFields({ company, problems }: Props) {
  return (
    <>
      <Identity company={company} problems={problems} />
      <Taxes company={company} problems={problems} />
      <Defaults company={company} problems={problems} />
    </>
  );
}

function Identity({ company, problems }: Props) {
  return (
    <>
      <TextInput
        label="Name"
        name="name"
        maxLength={200}
        required
        defaultValue={company.name}
        error={problems['name']}
      />
      <div className={forms.pair}>
        <TextInput
          label="E-mail"
          description="Customers answer to it."
          name="email"
          type="email"
          required
          defaultValue={company.email}
          error={problems['email']}
        />
        <TextInput
          label="Telephone"
          description="As it is printed."
          name="phone"
          maxLength={50}
          defaultValue={company.phone}
          error={problems['phone']}
        />
      </div>
      <Textarea
        label="Address"
        name="address"
        autosize
        minRows={3}
        defaultValue={company.address.join('\n')}
        error={problems['address']}
      />
      <TextInput
        label="Colour"
        description="Of documents, mails and your customers’ pages."
        name="colour"
        type="color"
        w={280}
        defaultValue={company.colour}
        error={problems['colour']}
      />
    </>
  );
}

function Taxes({ company, problems }: Props) {
  return (
    <>
      <div className={forms.pair}>
        <TextInput
          label="Tax number"
          description="With its label, as printed."
          name="taxNumber"
          maxLength={100}
          defaultValue={company.taxNumber}
          error={problems['taxNumber']}
        />
        <TextInput
          label="Name of the tax"
          description="GST, VAT, MwSt."
          name="taxLabel"
          maxLength={20}
          required
          defaultValue={company.taxLabel}
          error={problems['taxLabel']}
        />
        <TextInput
          label="Rate in %"
          description="A new line starts with it."
          name="defaultTaxRate"
          inputMode="decimal"
          required
          defaultValue={thousandthsText(company.defaultTaxRate)}
          error={problems['defaultTaxRate']}
        />
      </div>
      <Checkbox
        label="New quotes state prices with the tax inside"
        name="pricesIncludeTax"
        defaultChecked={company.pricesIncludeTax}
      />
    </>
  );
}

function Defaults({ company, problems }: Props) {
  return (
    <>
      <div className={forms.pair}>
        <TextInput
          label="Payment terms in days"
          name="paymentTermsDays"
          inputMode="numeric"
          required
          defaultValue={company.paymentTermsDays}
          error={problems['paymentTermsDays']}
        />
        <TextInput
          label="Quotes are valid for, in days"
          name="quoteValidityDays"
          inputMode="numeric"
          required
          defaultValue={company.quoteValidityDays}
          error={problems['quoteValidityDays']}
        />
      </div>
      <Textarea
        label="Terms of a new quote"
        description="Markdown."
        name="quoteTerms"
        maxLength={20_000}
        autosize
        minRows={4}
        maxRows={16}
        defaultValue={company.quoteTerms}
        error={problems['quoteTerms']}
      />
      <Textarea
        label="Bank details"
        description="A line each, as printed. None switches bank transfers off."
        name="bankDetails"
        autosize
        minRows={3}
        defaultValue={company.bankDetails.join('\n')}
        error={problems['bankDetails']}
      />
      <TextInput
        label="Records are kept for, in years"
        description="Counted from the end of the year, for customers who ask for their data to be erased."
        name="retentionYears"
        inputMode="numeric"
        required
        w={280}
        defaultValue={company.retentionYears}
        error={problems['retentionYears']}
      />
      <p className="dim">
        Currency {company.currency}, days begin and end in {company.timeZone}. Both are fixed once the company
        is set up.
      </p>
    </>
  );
}
