import { Button, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import type { Write } from '../../write.ts';
import styles from './actions.module.css';

type Props = {
  label: string;
  help: string;
  submit: string;
  write: Pick<Write<never, never>, 'busy' | 'refusal' | 'fault'>;
  onSubmit: (note: string) => Promise<unknown>;
  onClose: () => void;
};

/** A decision in words, where the item stands; it goes away by itself once the item is settled. */
export function NoteForm({ label, help, submit, write, onSubmit, onClose }: Props) {
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get('note')).trim();
    if (note !== '') await onSubmit(note);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      <Textarea
        name="note"
        label={label}
        description={help}
        required
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        autoFocus
      />
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={onClose}>
          Back
        </Button>
        <Button size="xs" type="submit" loading={write.busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
