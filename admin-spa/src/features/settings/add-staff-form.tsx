import { Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { StaffRole } from '../../gql/graphql.ts';
import { Buttons } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { refusedField } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';

const Create = graphql(`
  mutation AddStaffForm_Create($input: CreateStaffMemberInput!) {
    createStaffMember(input: $input) {
      ... on StaffMember {
        __typename
        id
        name
      }
      ...Refused
    }
  }
`);

const roles: readonly { value: StaffRole; label: string }[] = [
  { value: 'OWNER', label: 'Owner: everything' },
  { value: 'MANAGER', label: 'Manager: everything but these settings' },
  { value: 'STAFF', label: 'Staff: writes drafts, issues, confirms; does not approve' },
  { value: 'BOOKKEEPER', label: 'Bookkeeper: reads' },
];

export function AddStaffForm({ onClose }: { onClose: () => void }) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [role, setRole] = useState<StaffRole>('STAFF');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const write = useWrite(Create, (data) => data.createStaffMember);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const name = String(form.get('name')).trim();
    const email = String(form.get('email')).trim();
    const password = String(form.get('password'));
    const found = {
      ...(name === '' && { name: 'What is the person called?' }),
      ...(!/^[^\s@]+@[^\s@]+$/.test(email) && { email: 'Write one e-mail address.' }),
      ...(password.length < 12 && { password: 'At least 12 characters.' }),
    };
    setProblems(found);
    const [first] = Object.keys(found);
    if (first !== undefined) return element.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    const done = await write.run({ input: { idempotencyKey, name, email, role, password } });
    if (!done) return;
    notifications.show({ message: `${done.name} can sign in now.` });
    onClose();
  };
  const wrong: Record<string, string | undefined> = { ...refusedField(write.refusal), ...problems };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <TextInput label="Name" name="name" maxLength={200} required error={wrong['name']} data-autofocus />
      <TextInput
        label="E-mail"
        name="email"
        type="email"
        required
        error={wrong['email']}
        autoComplete="off"
      />
      <Select
        label="What the person may do"
        data={roles}
        value={role}
        allowDeselect={false}
        onChange={(value) => value && setRole(value)}
      />
      <PasswordInput
        label="First password"
        description="At least 12 characters. Tell it in person."
        name="password"
        maxLength={200}
        required
        error={wrong['password']}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
      />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={write.busy}>
          Add the person
        </Button>
      </Buttons>
    </form>
  );
}
