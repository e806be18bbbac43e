import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { TemplateCardFragment } from '../../gql/graphql.ts';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import forms from '../../ui/form.module.css';
import { refusedField } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { readTemplateNames, templateNameProblems } from '../../ui/template-entry.ts';
import { TemplateFields } from '../../ui/template-fields.tsx';
import { useWrite } from '../../write.ts';

const Rename = graphql(`
  mutation RenameTemplateDialog_Rename($input: RenameTemplateInput!) {
    renameTemplate(input: $input) {
      ... on QuoteTemplate {
        __typename
        id
      }
      ...Refused
    }
  }
`);

type Props = { template: TemplateCardFragment; onClose: () => void };

export function RenameTemplateDialog({ template, onClose }: Props) {
  return (
    <Dialog title="Rename the template" opened onClose={onClose}>
      <RenameForm template={template} onClose={onClose} />
    </Dialog>
  );
}

function RenameForm({ template, onClose }: Props) {
  const [version] = useState(template.version);
  const [problems, setProblems] = useState<Record<string, string | undefined>>({});
  const write = useWrite(Rename, (data) => data.renameTemplate);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const names = readTemplateNames(new FormData(event.currentTarget));
    const found = templateNameProblems(names);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    if (!(await write.run({ input: { id: template.id, version, ...names } }))) return;
    notifications.show({ message: 'Saved.' });
    onClose();
  };
  return (
    <form className={forms.form} noValidate onSubmit={(event) => void submit(event)}>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <TemplateFields template={template} problems={{ ...refusedField(write.refusal), ...problems }} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={write.busy}>
          Save
        </Button>
      </Buttons>
    </form>
  );
}
