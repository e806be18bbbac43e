import { Button, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import forms from '../../ui/form.module.css';
import { refusedField } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { readTemplateNames, templateNameProblems } from '../../ui/template-entry.ts';
import { TemplateFields } from '../../ui/template-fields.tsx';
import { useWrite } from '../../write.ts';

const Known = graphql(`
  query SaveTemplateDialog {
    quoteTemplates(first: 100) {
      items {
        id
        name
        description
        trade
      }
    }
  }
`);

const Save = graphql(`
  mutation SaveTemplateDialog_Save($input: SaveQuoteAsTemplateInput!) {
    saveQuoteAsTemplate(input: $input) {
      ... on QuoteTemplate {
        __typename
        id
        name
      }
      ...Refused
    }
  }
`);

type Props = { quoteId: string; opened: boolean; onClose: () => void };

/** Keeps the content of a quote, whatever its status, as a new template or in place of one. */
export function SaveTemplateDialog({ quoteId, opened, onClose }: Props) {
  return (
    <Dialog title="Save as a template" opened={opened} onClose={onClose}>
      <SaveForm quoteId={quoteId} onClose={onClose} />
    </Dialog>
  );
}

function SaveForm({ quoteId, onClose }: Omit<Props, 'opened'>) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [templateId, setTemplateId] = useState('');
  const [problems, setProblems] = useState<Record<string, string | undefined>>({});
  const { data: known = [] } = useQuery({
    queryKey: ['templates', 'to-overwrite'],
    queryFn: async () => (await request(Known)).quoteTemplates.items,
  });
  const write = useWrite(Save, (data) => data.saveQuoteAsTemplate);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // the dialog may lie in another form for React, though not on the page
    event.stopPropagation();
    const names = readTemplateNames(new FormData(event.currentTarget));
    const found = templateNameProblems(names);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const done = await write.run({
      input: { idempotencyKey, quoteId, templateId: templateId || null, ...names },
    });
    if (!done) return;
    notifications.show({ message: `${done.name} is saved as a template.` });
    onClose();
  };
  const overwritten = known.find((template) => template.id === templateId) ?? null;
  return (
    <form className={forms.form} noValidate onSubmit={(event) => void submit(event)}>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <NativeSelect
        label="Save as"
        value={templateId}
        onChange={(event) => setTemplateId(event.currentTarget.value)}
        data={[
          { value: '', label: 'A new template' },
          ...known.map(({ id, name }) => ({ value: id, label: `In place of: ${name}` })),
        ]}
        description="The customer, the number and the last valid day are left out."
      />
      <TemplateFields
        key={templateId}
        template={overwritten}
        problems={{ ...refusedField(write.refusal), ...problems }}
      />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={write.busy}>
          {overwritten ? 'Save in its place' : 'Save the template'}
        </Button>
      </Buttons>
    </form>
  );
}
