import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { SettingsScreenQuery } from '../../gql/graphql.ts';
import { Buttons } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import forms from '../../ui/form.module.css';
import { Panel } from '../../ui/page.tsx';
import { refusedField } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';
import { ownOf, useVersion } from './own-settings.ts';
import { quoteSettingsProblems, readQuoteSettings } from './quote-settings-entry.ts';
import { ApprovalFields, FollowUpFields, ProofFields, TaxFields } from './quote-settings-fields.tsx';

graphql(`
  fragment QuoteSettingsForm on Company {
    version
    currency
    quoteSettings {
      taxRounding
      reverseChargeNote
      exemptNote
      approvalLimit {
        amount
        currency
      }
      approvalDiscountPercent
      approvalTermsDays
      approveNewClients
      fourEyes
      staffMaySend
      quoteFollowUpDays
      expiryNoticeDays
      mailboxProof
      codeFrom {
        amount
        currency
      }
    }
  }
`);

const Update = graphql(`
  mutation QuoteSettingsForm_Update($input: UpdateQuoteSettingsInput!) {
    updateQuoteSettings(input: $input) {
      ... on Company {
        __typename
        version
      }
      ...Refused
    }
  }
`);

type Props = { company: SettingsScreenQuery['company']; onSaved: () => void };

/** How quotes are checked before they are sent, signed, and followed up. */
export function QuoteSettingsForm({ company, onSaved }: Props) {
  const [problems, setProblems] = useState<Record<string, string>>({});
  const write = useWrite(Update, (data) => data.updateQuoteSettings);
  const version = useVersion(company, ownOf.quotes);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const entry = readQuoteSettings(form, company.currency);
    const found = quoteSettingsProblems(entry, form);
    setProblems(found);
    const [first] = Object.keys(found);
    if (first !== undefined) return element.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    if (!(await write.run({ input: { ...entry, version } }))) return;
    notifications.show({ message: 'The settings of quotes are saved.' });
    onSaved();
  };
  const shown = { company, problems: { ...refusedField(write.refusal), ...problems } };
  return (
    <Panel title="Quotes">
      <form className={forms.form} noValidate onSubmit={(event) => void submit(event)}>
        <RefusalNote refusal={write.refusal} />
        <FaultNote fault={write.fault} />
        <ApprovalFields {...shown} />
        <ProofFields {...shown} />
        <FollowUpFields {...shown} />
        <TaxFields {...shown} />
        <Buttons>
          <Button type="submit" loading={write.busy}>
            Save the settings of quotes
          </Button>
        </Buttons>
      </form>
    </Panel>
  );
}
