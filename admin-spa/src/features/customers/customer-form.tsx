import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type CustomerEntry, customerProblems, readCustomer } from '../../ui/customer-entry.ts';
import { CustomerFields } from '../../ui/customer-fields.tsx';
import { Buttons } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import forms from '../../ui/form.module.css';
import { Panel } from '../../ui/page.tsx';
import { refusedField } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import type { Write } from '../../write.ts';

type Props = {
  customer?: Parameters<typeof CustomerFields>[0]['customer'];
  write: Pick<Write<never, never>, 'busy' | 'refusal' | 'fault'>;
  submit: string;
  back: ReactNode;
  onSubmit: (entry: CustomerEntry) => Promise<void>;
};

export function CustomerForm({ customer, write, submit, back, onSubmit }: Props) {
  const [problems, setProblems] = useState<Record<string, string | undefined>>({});
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entry = readCustomer(new FormData(event.currentTarget));
    const found = customerProblems(entry);
    setProblems(found);
    const [first] = Object.keys(found);
    if (first === undefined) await onSubmit(entry);
    else event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  return (
    <Panel>
      <form className={forms.form} noValidate onSubmit={(event) => void send(event)}>
        <RefusalNote refusal={write.refusal} />
        <FaultNote fault={write.fault} />
        <CustomerFields
          {...(customer && { customer })}
          problems={{ ...refusedField(write.refusal), ...problems }}
        />
        <Buttons>
          {back}
          <Button type="submit" loading={write.busy}>
            {submit}
          </Button>
        </Buttons>
      </form>
    </Panel>
  );
}
