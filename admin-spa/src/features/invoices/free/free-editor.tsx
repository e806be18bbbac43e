import type { TaxRounding } from '@countersign/api/domain/pricing';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { RefusedFragment } from '../../../gql/graphql.ts';
import type { Fault } from '../../../graphql.ts';
import { FaultNote } from '../../../ui/fault-note.tsx';
import forms from '../../../ui/form.module.css';
import { Panel } from '../../../ui/page.tsx';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import styles from './free.module.css';
import { type FreeForm, freeProblems } from './free-form.ts';
import { FreeLines } from './free-lines.tsx';
import { FreeTotals } from './free-totals.tsx';
import { TermsPanel } from './terms-panel.tsx';

type Props = {
  start: FreeForm;
  currency: string;
  taxRounding: TaxRounding;
  defaultTax: string;
  /** The days to pay when nothing else was agreed. */
  usualDays: number;
  /** The choice of the customer, or the customer's name. */
  who: ReactNode;
  submit: string;
  /** What happens when it is sent. */
  hint: string;
  /** Hears of every change. */
  onForm: (form: FreeForm) => void;
  write: { busy: boolean; refusal: RefusedFragment | null; fault: Fault | null };
  onSubmit: (form: FreeForm) => Promise<void>;
};

/** An invoice for work that was never quoted. Its totals are the server's arithmetic while one types. */
export function FreeEditor({ start, currency, usualDays, write, onForm, onSubmit, ...props }: Props) {
  const [form, setForm] = useState(start);
  const [asked, setAsked] = useState(false);
  const found = freeProblems(form, currency);
  const problems = asked ? found : {};
  const change = (patch: Partial<FreeForm>) => {
    const next = { ...form, ...patch };
    setForm(next);
    onForm(next);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    const [first] = Object.keys(found);
    if (first === undefined) return onSubmit(form);
    event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  return (
    <form noValidate className="split" onSubmit={(event) => void submit(event)}>
      <div>
        <Panel title="For whom and what">
          <div className={forms.form}>
            {props.who}
            <TextInput
              label="Subject"
              name="subject"
              description="What it is about, as the customer reads it."
              required
              maxLength={200}
              value={form.subject}
              error={problems['subject']}
              onChange={(event) => change({ subject: event.currentTarget.value })}
            />
          </div>
        </Panel>
        <FreeLines
          form={form}
          currency={currency}
          defaultTax={props.defaultTax}
          problems={problems}
          onChange={change}
        />
        <TermsPanel form={form} usualDays={usualDays} problems={problems} onChange={change} />
      </div>
      <div>
        <Panel title="What it comes to">
          <div className={styles.end}>
            <FreeTotals form={form} currency={currency} taxRounding={props.taxRounding} />
            <p>{props.hint}</p>
            <RefusalNote refusal={write.refusal} />
            <FaultNote fault={write.fault} />
            <Button type="submit" loading={write.busy}>
              {props.submit}
            </Button>
          </div>
        </Panel>
      </div>
    </form>
  );
}
