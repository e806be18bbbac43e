import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { SettingsScreenQuery } from '../../gql/graphql.ts';
import { sessionQuery } from '../../session.ts';
import { Buttons } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import forms from '../../ui/form.module.css';
import { Panel } from '../../ui/page.tsx';
import { refusedField } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';
import { companyProblems, readCompany } from './company-entry.ts';
import { CompanyFields } from './company-fields.tsx';
import { ownOf, useVersion } from './own-settings.ts';

graphql(`
  fragment CompanySettings on Company {
    version
    name
    address
    email
    phone
    taxNumber
    taxLabel
    defaultTaxRate
    pricesIncludeTax
    currency
    timeZone
    paymentTermsDays
    quoteValidityDays
    quoteTerms
    bankDetails
    retentionYears
    colour
    logoUrl
  }
`);

const Update = graphql(`
  mutation CompanyForm_Update($input: UpdateCompanyInput!) {
    updateCompany(input: $input) {
      ... on Company {
        __typename
        version
      }
      ...Refused
    }
  }
`);

type Props = { company: SettingsScreenQuery['company']; onSaved: () => void };

export function CompanyForm({ company, onSaved }: Props) {
  const queries = useQueryClient();
  const [problems, setProblems] = useState<Record<string, string | undefined>>({});
  const write = useWrite(Update, (data) => data.updateCompany);
  const version = useVersion(company, ownOf.company);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const entry = readCompany(new FormData(form));
    const found = companyProblems(entry);
    setProblems(found);
    const [first] = Object.keys(found);
    if (first !== undefined || entry.defaultTaxRate === null) {
      return form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    }
    const input = { ...entry, version, defaultTaxRate: entry.defaultTaxRate };
    if (!(await write.run({ input }))) return;
    await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    notifications.show({ message: 'The settings are saved.' });
    onSaved();
  };
  return (
    <Panel title="Company">
      <form className={forms.form} noValidate onSubmit={(event) => void submit(event)}>
        <RefusalNote refusal={write.refusal} />
        <FaultNote fault={write.fault} />
        <CompanyFields company={company} problems={{ ...refusedField(write.refusal), ...problems }} />
        <Buttons>
          <Button type="submit" loading={write.busy}>
            Save the settings
          </Button>
        </Buttons>
      </form>
    </Panel>
  );
}
