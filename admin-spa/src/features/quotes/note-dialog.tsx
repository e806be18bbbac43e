import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { CancelQuote, ReturnQuote, useStep } from './use-step.ts';

type Quote = {
  id: string;
  version: number;
  number: string | null;
  status: string;
  customer: { name: string };
};
type Props = { quote: Quote; opened: boolean; onClose: () => void };

/** Ends a quote, or gives it back to its writer: both with a word about why. */
export function CancelDialog({ quote, opened, onClose }: Props) {
  const step = useStep(CancelQuote);
  const draft = quote.status !== 'OPEN';
  return (
    <Dialog title={draft ? 'Discard this draft?' : 'Withdraw this quote?'} opened={opened} onClose={onClose}>
      <NoteForm
        label="Why (may be empty)"
        submit={draft ? 'Discard the draft' : 'Withdraw the quote'}
        danger
        step={step}
        onClose={onClose}
        onSubmit={(note) =>
          step.take({ input: { id: quote.id, version: quote.version, note } }, () =>
            draft ? 'The draft is discarded.' : `${quote.number} is withdrawn.`,
          )
        }
      >
        {draft
          ? 'It stays in the list as withdrawn, but cannot be edited or sent any more. You can still duplicate it.'
          : `The link of ${quote.customer.name} then says that the quote was withdrawn. It cannot be signed any more, and this cannot be undone.`}
      </NoteForm>
    </Dialog>
  );
}

export function ReturnDialog({ quote, opened, onClose }: Props) {
  const step = useStep(ReturnQuote);
  return (
    <Dialog title="Give this quote back?" opened={opened} onClose={onClose}>
      <NoteForm
        label="What is to be changed"
        required
        submit="Give it back"
        step={step}
        onClose={onClose}
        onSubmit={(note) =>
          step.take(
            { input: { id: quote.id, version: quote.version, note } },
            () => 'The quote is a draft again.',
          )
        }
      >
        It becomes a draft again, and its history says what is to be changed.
      </NoteForm>
    </Dialog>
  );
}

type Form = {
  label: string;
  submit: string;
  required?: boolean;
  danger?: boolean;
  step: Pick<ReturnType<typeof useStep>, 'busy' | 'refusal' | 'fault'>;
  onSubmit: (note: string) => Promise<object | null>;
  onClose: () => void;
  children: ReactNode;
};

function NoteForm({
  label,
  submit,
  required = false,
  danger = false,
  step,
  onSubmit,
  onClose,
  children,
}: Form) {
  const [note, setNote] = useState('');
  const send = async () => {
    if (await onSubmit(note.trim())) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>{children}</p>
      <Textarea
        label={label}
        required={required}
        maxLength={1000}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <RefusalNote refusal={step.refusal} />
      <FaultNote fault={step.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" {...(danger && { color: 'red.9' })} loading={step.busy}>
          {submit}
        </Button>
      </Buttons>
    </form>
  );
}
