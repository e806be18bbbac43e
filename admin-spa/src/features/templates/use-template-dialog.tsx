import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { TemplateCardFragment } from '../../gql/graphql.ts';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import forms from '../../ui/form.module.css';
import { refusedField } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';
import { CustomerChoice } from './customer-choice.tsx';

const Begin = graphql(`
  mutation UseTemplateDialog_Begin($input: CreateQuoteFromTemplateInput!) {
    createQuoteFromTemplate(input: $input) {
      ... on Quote {
        __typename
        id
      }
      ...Refused
    }
  }
`);

type Props = { template: TemplateCardFragment; onClose: () => void };

export function UseTemplateDialog({ template, onClose }: Props) {
  return (
    <Dialog title={`New quote from “${template.name}”`} opened onClose={onClose}>
      <UseTemplate template={template} onClose={onClose} />
    </Dialog>
  );
}

function UseTemplate({ template, onClose }: Props) {
  const navigate = useNavigate();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [customerId, setCustomerId] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const write = useWrite(Begin, (data) => data.createQuoteFromTemplate);
  const refused = refusedField(write.refusal);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(customerId === null);
    if (customerId === null) return;
    const title = String(new FormData(event.currentTarget).get('title') ?? '').trim();
    const input = { idempotencyKey, templateId: template.id, customerId, title: title || null };
    const done = await write.run({ input });
    if (!done) return;
    notifications.show({ message: 'The draft is there. Make it theirs.' });
    await navigate({ to: '/quotes/$quoteId/edit', params: { quoteId: done.id } });
  };
  return (
    <form className={forms.form} noValidate onSubmit={(event) => void submit(event)}>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <CustomerChoice
        picked={customerId}
        onPick={setCustomerId}
        problem={missing ? 'Choose whom the quote is for.' : refused['customerId']}
      />
      <p className="dim">
        Nobody there yet? <Link to="/customers/new">Add a customer</Link> first.
      </p>
      <TextInput
        label="Title"
        name="title"
        maxLength={200}
        defaultValue={template.title}
        error={refused['title']}
      />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={write.busy}>
          Begin the quote
        </Button>
      </Buttons>
    </form>
  );
}
