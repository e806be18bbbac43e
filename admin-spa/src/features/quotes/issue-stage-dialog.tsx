import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { QuoteStagesFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { refusedField } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { agreedProblems, readAgreed } from './agreed-terms.ts';
import { useIssueStage } from './use-issue-stage.ts';

type Props = {
  quoteId: string;
  stage: QuoteStagesFragment['stages'][number];
  opened: boolean;
  onClose: () => void;
};

/** Issues a stage with what was agreed otherwise: other days to pay, or before an earlier stage. */
export function IssueStageDialog({ opened, ...props }: Props) {
  return (
    <Dialog title={`Issue “${props.stage.label}”`} opened={opened} onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  );
}

function Form({ quoteId, stage, onClose }: Omit<Props, 'opened'>) {
  const step = useIssueStage(quoteId);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const isEarly = !stage.canIssue;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const entry = readAgreed(new FormData(element), isEarly);
    const wrong = agreedProblems(entry, isEarly);
    setProblems(wrong);
    const [first] = Object.keys(wrong);
    if (first !== undefined) return element.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    if (await step.issue({ stageId: stage.id, ...entry })) onClose();
  };
  const shown = { ...refusedField(step.refusal), ...problems };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p className="dim">
        <Amount of={stage.amount} /> as agreed. The customer gets the invoice by mail; what it says cannot be
        changed afterwards.
      </p>
      {isEarly && (
        <Textarea
          label="Why before an earlier stage"
          description="Kept in the history; staff see it."
          name="outOfOrderReason"
          required
          maxLength={500}
          autosize
          minRows={2}
          error={shown['outOfOrderReason']}
          data-autofocus
        />
      )}
      <TextInput
        label="Days to pay, where something else was agreed"
        description="Empty: as usual."
        name="paymentTermsDays"
        inputMode="numeric"
        error={shown['paymentTermsDays']}
        {...(!isEarly && { 'data-autofocus': true })}
      />
      <TextInput
        label="Why they differ, and with whom it was agreed"
        description="It is printed on the invoice."
        name="termsNote"
        maxLength={500}
        error={shown['termsNote']}
      />
      <RefusalNote refusal={step.refusal} />
      <FaultNote fault={step.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={step.busy}>
          Issue the invoice
        </Button>
      </Buttons>
    </form>
  );
}
