import { Button, Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { ListScreen, ListViewFragment } from '../gql/graphql.ts';
import { Buttons, Dialog } from '../ui/dialog.tsx';
import { FaultNote } from '../ui/fault-note.tsx';
import forms from '../ui/form.module.css';
import { refusedField } from '../ui/problems.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { useWrite } from '../write.ts';

const Save = graphql(`
  mutation ViewDialog_Save($input: SaveViewInput!) {
    saveView(input: $input) {
      ... on SavedView {
        __typename
        id
      }
      ...Refused
    }
  }
`);
const Rename = graphql(`
  mutation ViewDialog_Rename($input: RenameViewInput!) {
    renameView(input: $input) {
      ... on SavedView {
        __typename
        id
      }
      ...Refused
    }
  }
`);

type Props = { screen: ListScreen; query: string; view: ListViewFragment | null; onClose: () => void };

/** A name for the list as it is now, or another one for a view that is there. */
export function ViewDialog(props: Props) {
  return (
    <Dialog title={props.view ? 'Rename or share the view' : 'Save this view'} opened onClose={props.onClose}>
      <ViewForm {...props} />
    </Dialog>
  );
}

function ViewForm({ screen, query, view, onClose }: Props) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<string>();
  const save = useWrite(Save, (data) => data.saveView);
  const rename = useWrite(Rename, (data) => data.renameView);
  const refusal = save.refusal ?? rename.refusal;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entry = new FormData(event.currentTarget);
    const name = String(entry.get('name') ?? '').trim();
    const shared = entry.get('shared') !== null;
    setProblem(name === '' ? 'Please give it a name.' : undefined);
    if (name === '') return;
    const done = view
      ? await rename.run({ input: { id: view.id, name, shared } })
      : await save.run({ input: { idempotencyKey, screen, search: query, name, shared } });
    if (!done) return;
    notifications.show({ message: 'Saved.' });
    onClose();
  };
  return (
    <form className={forms.form} noValidate onSubmit={(event) => void submit(event)}>
      <RefusalNote refusal={refusal} />
      <FaultNote fault={save.fault ?? rename.fault} />
      {!view && (
        <p className="dim">Its filters and its order are kept, and nothing of what it shows today.</p>
      )}
      <TextInput
        label="Name"
        name="name"
        required
        maxLength={60}
        data-autofocus
        defaultValue={view?.name ?? ''}
        error={problem ?? refusedField(refusal)?.['name']}
      />
      <Checkbox
        name="shared"
        label="Everybody in the company sees it"
        defaultChecked={view?.shared ?? false}
      />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={save.busy || rename.busy}>
          Save
        </Button>
      </Buttons>
    </form>
  );
}
