import type { MinorUnits } from '@countersign/api/domain/money';
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
import { paymentSettingsProblems, readPaymentSettings } from './payment-settings-entry.ts';
import { BankAccountFields, RefundFields } from './payment-settings-fields.tsx';

graphql(`
  fragment PaymentSettingsForm on Company {
    version
    currency
    paymentSettings {
      bankAccount {
        holder
        iban
        bic
        street
        houseNumber
        postalCode
        town
        country
        payNow
      }
      refundLimit {
        amount
        currency
      }
      claimPauseDays
      paymentQr
    }
  }
`);

const Update = graphql(`
  mutation PaymentSettingsForm_Update($input: UpdatePaymentSettingsInput!) {
    updatePaymentSettings(input: $input) {
      ... on Company {
        __typename
        version
      }
      ...Refused
    }
  }
`);

type Props = { company: SettingsScreenQuery['company']; onSaved: () => void };

/** Where transfers go, and how money goes back. */
export function PaymentSettingsForm({ company, onSaved }: Props) {
  const [problems, setProblems] = useState<Record<string, string>>({});
  const write = useWrite(Update, (data) => data.updatePaymentSettings);
  const version = useVersion(company, ownOf.payments);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const entry = readPaymentSettings(new FormData(element), company.currency);
    const found = paymentSettingsProblems(entry);
    setProblems(found);
    const [first] = Object.keys(found);
    if (first !== undefined) return element.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    const refundLimit = entry.refundLimit as MinorUnits | null;
    if (!(await write.run({ input: { ...entry, refundLimit, version } }))) return;
    notifications.show({ message: 'The settings of payments are saved.' });
    onSaved();
  };
  const shown = { company, problems: { ...refusedField(write.refusal), ...problems } };
  return (
    <Panel title="Payments">
      <form className={forms.form} noValidate onSubmit={(event) => void submit(event)}>
        <RefusalNote refusal={write.refusal} />
        <FaultNote fault={write.fault} />
        <BankAccountFields {...shown} />
        <RefundFields {...shown} />
        <Buttons>
          <Button type="submit" loading={write.busy}>
            Save the settings of payments
          </Button>
        </Buttons>
      </form>
    </Panel>
  );
}
