import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { PickedCustomerFragment, StartTemplateFragment } from '../../../gql/graphql.ts';
import { FaultNote } from '../../../ui/fault-note.tsx';
import forms from '../../../ui/form.module.css';
import { useFormat } from '../../../ui/format.ts';
import { Panel } from '../../../ui/page.tsx';
import { refusedField } from '../../../ui/problems.ts';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { CustomerPicker } from '../../../pickers/customer-picker.tsx';
import { firstInput, type StartCompany } from './first-input.ts';
import styles from './start.module.css';
import { TemplateChoice } from './template-choice.tsx';
import { useStartQuote } from './use-start-quote.ts';

type Props = {
  company: StartCompany;
  customer: PickedCustomerFragment | null;
  templates: readonly StartTemplateFragment[];
};

/** Two questions and the draft is there: it has an address, and saves itself from then on. */
export function StartQuote({ company, customer: given, templates }: Props) {
  const { today } = useFormat();
  const navigate = useNavigate();
  const start = useStartQuote();
  const [customer, setCustomer] = useState(given);
  const [template, setTemplate] = useState<StartTemplateFragment | null>(null);
  const [title, setTitle] = useState('');
  const [asked, setAsked] = useState(false);
  const refused = refusedField(start.refusal);
  const fitting = templates.filter((one) => customer === null || one.currency === customer.currency);
  const needsTitle = template === null && title.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (customer === null || needsTitle) return;
    const id = await (template
      ? start.fromTemplate({ templateId: template.id, customerId: customer.id, title: title.trim() || null })
      : start.blank({ customerId: customer.id, quote: firstInput(company, title.trim(), today()) }));
    if (id !== null) await navigate({ to: '/quotes/$quoteId/edit', params: { quoteId: id }, replace: true });
  };
  return (
    <form noValidate className={styles.start} onSubmit={(event) => void submit(event)}>
      <RefusalNote refusal={start.refusal} />
      <FaultNote fault={start.fault} />
      <Panel title="For whom">
        <div className={forms.form}>
          <CustomerPicker
            picked={customer}
            problem={asked && customer === null ? 'Who is it for?' : refused['customerId']}
            onPick={(picked) => {
              setCustomer(picked);
              if (template && template.currency !== picked.currency) setTemplate(null);
            }}
          />
          <TextInput
            label="Title"
            description={
              template
                ? 'Empty takes the title of the template.'
                : 'What the quote is about, as the customer reads it.'
            }
            placeholder={template?.title ?? 'Website migration'}
            maxLength={200}
            required={template === null}
            value={title}
            error={asked && needsTitle ? 'What is the quote about?' : refused['title']}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        </div>
      </Panel>
      <TemplateChoice templates={fitting} chosen={template} onChoose={setTemplate} />
      <div className={styles.buttons}>
        <Button type="submit" loading={start.busy}>
          Start writing
        </Button>
      </div>
    </form>
  );
}
