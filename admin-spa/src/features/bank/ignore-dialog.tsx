import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { BankLineCardFragment as Line } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useWrite } from '../../write.ts';

const Ignore = graphql(`
  mutation IgnoreDialog_Ignore($input: IgnoreBankLineInput!) {
    ignoreBankLine(input: $input) {
      ... on BankLine {
        __typename
        id
      }
      ...Refused
    }
  }
`);

const Restore = graphql(`
  mutation IgnoreDialog_Restore($input: RestoreBankLineInput!) {
    restoreBankLine(input: $input) {
      __typename
    }
  }
`);

export function IgnoreDialog({ line, onClose }: { line: Line | null; onClose: () => void }) {
  return (
    <Dialog title="Ignore this line?" opened={line !== null} onClose={onClose}>
      {line && <IgnoreForm line={line} onClose={onClose} />}
    </Dialog>
  );
}

function IgnoreForm({ line, onClose }: { line: Line; onClose: () => void }) {
  const write = useWrite(Ignore, (data) => data.ignoreBankLine);
  const queries = useQueryClient();
  const restore = async () => {
    // A refusal means that somebody else took it back or matched it: the list shows which.
    await request(Restore, { input: { id: line.id } }).catch(() => null);
    await queries.invalidateQueries();
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    if (reason === '' || !(await write.run({ input: { id: line.id, reason } }))) return;
    onClose();
    // The dialog is gone by then, so what takes it back hangs on nothing here.
    showUndo('Put aside.', () => void restore());
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p>
        <Amount of={line.amount} /> from {line.name || 'somebody'} come off the list. They stay with the
        ignored lines and can be matched later.
      </p>
      <Textarea
        name="reason"
        label="Why is it none of our invoices?"
        description="Staff see it: “Tax refund”, “Private”."
        required
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
      />
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={write.busy}>
          Ignore the line
        </Button>
      </Buttons>
    </form>
  );
}
