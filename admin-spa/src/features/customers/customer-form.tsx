import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type Typed, nothingTyped, useDuplicates } from '../../duplicates.ts';
import { useSession } from '../../session.ts';
import { type CustomerEntry, customerProblems, readCustomer } from '../../ui/customer-entry.ts';
import { AddressField, DocumentFields, MoneyFields, WhoFields } from '../../ui/customer-fields.tsx';
import { Buttons } from '../../ui/dialog.tsx';
import { DuplicateNote, isLikely } from '../../ui/duplicate-note.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import forms from '../../ui/form.module.css';
import { Panel } from '../../ui/page.tsx';
import { refusedPath } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import type { Write } from '../../write.ts';
import { ContactFields } from './contact-fields.tsx';
import { firstValues } from './first-values.ts';
import { StaffFields } from './staff-fields.tsx';
import { type TypedDraft, useTypedFields } from './use-typed-fields.ts';

type Known = Typed &
  NonNullable<Parameters<typeof WhoFields>[0]['customer']> & {
    id: string;
    contacts: Parameters<typeof ContactFields>[0]['known'];
    accountManager: Parameters<typeof StaffFields>[0]['manager'];
    notes: string;
    invoiceHold: string;
    hasQuotes: boolean;
  };

type Props = {
  customer?: Known;
  draft: TypedDraft;
  write: Pick<Write<never, never>, 'busy' | 'refusal' | 'fault'>;
  submit: string;
  back: ReactNode;
  onSubmit: (entry: CustomerEntry) => Promise<void>;
};

export function CustomerForm({ customer, draft, write, submit, back, onSubmit }: Props) {
  const [problems, setProblems] = useState<Record<string, string | undefined>>({});
  const [typed, setTyped] = useState(nothingTyped);
  const { currency } = useSession().company;
  const duplicates = useDuplicates(typed, customer?.id);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const entry = readCustomer(new FormData(form));
    const found = customerProblems(entry);
    setProblems(found);
    const [first] = Object.keys(found);
    if (first === undefined) await onSubmit(entry);
    else form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  const inputs = useTypedFields(draft);
  const values = firstValues(draft.begin.typed, customer, currency);
  const wrong = { ...refusedPath(write.refusal), ...problems };
  const fields = { customer: values, problems: wrong };
  const isAsking = duplicates.some(({ reasons }) => isLikely(reasons));
  return (
    <Panel>
      <form
        className={forms.form}
        noValidate
        onSubmit={(event) => void send(event)}
        ref={inputs.begin}
        onInput={(event) => setTyped(changed(inputs.keep(event.currentTarget), customer))}
        // choices of a list are no input
        onBlur={(event) => inputs.keep(event.currentTarget)}
      >
        <RefusalNote refusal={write.refusal} />
        <FaultNote fault={write.fault} />
        <Section title="Who">
          <WhoFields {...fields} />
          <DuplicateNote
            suggestions={duplicates}
            action={({ id, name }) => (
              <Link to="/customers/$customerId" params={{ customerId: id }} target="_blank">
                Open it<span className="unseen">: {name}, in a new tab</span>
              </Link>
            )}
          />
        </Section>
        <Section title="Where invoices go">
          <AddressField {...fields} />
        </Section>
        <Section title="Tax and payment">
          <MoneyFields {...fields} currency={currency} currencyIsFixed={customer?.hasQuotes ?? false} />
        </Section>
        <Section title="Documents">
          <DocumentFields {...fields} />
        </Section>
        <Section title="More contacts">
          <ContactFields known={values?.contacts ?? []} problems={wrong} />
        </Section>
        <Section title="For staff only">
          <StaffFields
            manager={values?.accountManager ?? null}
            notes={values?.notes ?? ''}
            invoiceHold={values?.invoiceHold ?? ''}
            problems={wrong}
          />
        </Section>
        <Buttons>
          {back}
          <Button type="submit" loading={write.busy}>
            {isAsking && customer === undefined ? 'Add anyway' : submit}
          </Button>
        </Buttons>
      </form>
    </Panel>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={forms.section}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

/** Of a customer that is known only what is being changed is compared with the others. */
const changed = (entry: Typed, known: Typed | undefined): Typed => ({
  name: entry.name === known?.name ? '' : entry.name,
  email: entry.email === known?.email ? '' : entry.email,
  taxNumber: entry.taxNumber === known?.taxNumber ? '' : entry.taxNumber,
  phone: entry.phone === known?.phone ? '' : entry.phone,
});
