import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { graphql } from '../../gql/gql.ts';
import { sessionQuery } from '../../session.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';
import styles from './sign-in-screen.module.css';

const SignIn = graphql(`
  mutation SignIn_Start($input: SignInInput!) {
    signIn(input: $input) {
      ... on StaffMember {
        __typename
        id
      }
      ...Refused
    }
  }
`);

export function SignInScreen() {
  const queries = useQueryClient();
  const router = useRouter();
  const { to } = useSearch({ from: '/sign-in' });
  const write = useWrite(SignIn, (data) => data.signIn);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input = { email: String(form.get('email')).trim(), password: String(form.get('password')) };
    if (!(await write.run({ input }))) return;
    await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    // `to` is a path within the screens; the history wants the whole one
    router.history.replace(`${import.meta.env.BASE_URL}${(to ?? '/').slice(1)}`);
  };
  return (
    <main className={styles.screen}>
      <title>Sign in · Countersign</title>
      <div className={styles.sheet}>
        <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="40" height="40" />
        <h1>Sign in to Countersign</h1>
        <form onSubmit={(event) => void submit(event)}>
          <RefusalNote refusal={write.refusal} />
          <FaultNote fault={write.fault} />
          <TextInput label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
          />
          <Button type="submit" loading={write.busy} fullWidth>
            Sign in
          </Button>
        </form>
        <p className="dim">For staff only. Customers use the link in their mail; they need no password.</p>
      </div>
    </main>
  );
}
