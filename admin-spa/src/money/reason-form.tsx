import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { RefusedFragment } from '../gql/graphql.ts';
import type { Fault } from '../graphql.ts';
import { Buttons } from '../ui/dialog.tsx';
import { FaultNote } from '../ui/fault-note.tsx';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { isTyped } from '../ui/is-typed.ts';
import { TypedWord } from '../ui/typed-word.tsx';

type Props = {
  label: string;
  /** Who reads the reason. */
  readBy: string;
  submit: string;
  /** What has to be typed, where nothing brings it back. */
  word?: string;
  danger?: boolean;
  step: { busy: boolean; refusal: RefusedFragment | null; fault: Fault | null };
  onSubmit: (reason: string) => Promise<object | null>;
  onClose: () => void;
  /** What comes of it. */
  children: ReactNode;
};

/** A step that is explained before, and that needs a reason. */
export function ReasonForm({ label, readBy, submit, word, danger = false, step, ...form }: Props) {
  const [typed, setTyped] = useState('');
  const [problems, setProblems] = useState<{ reason?: string; typed?: string }>({});
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const reason = String(new FormData(element).get('reason')).trim();
    const wrong = {
      ...(reason === '' && { reason: 'Please say why.' }),
      ...(word !== undefined && !isTyped(typed, word) && { typed: `Write ${word} as it stands here.` }),
    };
    setProblems(wrong);
    const [first] = Object.keys(wrong);
    if (first !== undefined) return element.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    if (await form.onSubmit(reason)) form.onClose();
  };
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      {form.children}
      <Textarea
        name="reason"
        label={label}
        description={readBy}
        required
        maxLength={500}
        autosize
        minRows={2}
        error={problems.reason}
        data-autofocus
      />
      {word !== undefined && (
        <TypedWord word={word} value={typed} onType={setTyped} problem={problems.typed} />
      )}
      <RefusalNote refusal={step.refusal} />
      <FaultNote fault={step.fault} />
      <Buttons>
        <Button variant="default" onClick={form.onClose}>
          Back
        </Button>
        <Button type="submit" loading={step.busy} {...(danger && { color: 'red.9' })}>
          {submit}
        </Button>
      </Buttons>
    </form>
  );
}
