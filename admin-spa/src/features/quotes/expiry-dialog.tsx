import { Button, TextInput } from '@mantine/core';
import { localDate } from '@countersign/api/domain/local-date';
import { useState } from 'react';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { useFormat } from '../../ui/format.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { ChangeExpiry, useStep } from './use-step.ts';

type Props = {
  quote: { id: string; version: number; validUntil: string };
  opened: boolean;
  onClose: () => void;
};

/** The only thing of an open quote that can change. */
export function ExpiryDialog({ quote, opened, onClose }: Props) {
  return (
    <Dialog title="Change the last valid day" opened={opened} onClose={onClose}>
      <ExpiryForm quote={quote} onClose={onClose} />
    </Dialog>
  );
}

function ExpiryForm({ quote, onClose }: Omit<Props, 'opened'>) {
  const format = useFormat();
  const step = useStep(ChangeExpiry);
  const [day, setDay] = useState(quote.validUntil);
  const change = async () => {
    const input = { id: quote.id, version: quote.version, validUntil: localDate(day) };
    if (await step.take({ input }, () => `The quote is valid until ${format.day(day)}.`)) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <p>Everything else stays as it was approved, and the customer’s link stays the same.</p>
      <TextInput
        label="Valid until the end of"
        type="date"
        min={format.today()}
        required
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <RefusalNote refusal={step.refusal} />
      <FaultNote fault={step.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={step.busy}>
          Change the day
        </Button>
      </Buttons>
    </form>
  );
}
