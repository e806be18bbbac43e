import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import type { MinorUnits } from '@countersign/api/domain/money';
import { graphql } from '../../gql/gql.ts';
import type { InvoiceToStepFragment } from '../../gql/graphql.ts';
import { amountProblem } from '../../money/amount-problem.ts';
import { Buttons } from '../../ui/dialog.tsx';
import { amountOf } from '../../ui/entry.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { type Money, useFormat } from '../../ui/format.ts';
import { refusedField } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';
import { CreditConsequences } from './credit-consequences.tsx';
import { creditable } from './credit-means.ts';

const Credit = graphql(`
  mutation CreditNoteForm_Credit($input: CreditInvoiceInput!) {
    creditInvoice(input: $input) {
      ... on CreditNote {
        __typename
        id
        number
      }
      ...Refused
    }
  }
`);

type Props = { invoice: InvoiceToStepFragment; onClose: () => void };

export function CreditNoteForm({ invoice, onClose }: Props) {
  const format = useFormat();
  const { currency } = invoice.balance;
  const sums = {
    gross: invoice.totals.gross.amount,
    credited: invoice.credited.amount,
    balance: invoice.balance.amount,
  };
  const left = { amount: creditable(sums), currency };
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [extent, setExtent] = useState<Extent>('ALL');
  const [typed, setTyped] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const write = useWrite(Credit, (data) => data.creditInvoice);
  const amount = extent === 'ALL' ? left.amount : amountOf(typed, currency);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const reason = String(new FormData(element).get('reason')).trim();
    const wrongAmount = amountProblem(amount, left, format.money);
    const wrong = {
      ...(wrongAmount !== null && { amount: wrongAmount }),
      ...(reason === '' && { reason: 'Please say why; the customer reads it.' }),
    };
    setProblems(wrong);
    const [first] = Object.keys(wrong);
    if (first !== undefined) return element.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    const whole: MinorUnits | null = extent === 'ALL' ? null : amount;
    const input = { idempotencyKey, invoiceId: invoice.id, amount: whole, lines: null, reason };
    const done = await write.run({ input });
    if (!done) return;
    notifications.show({ message: `${done.number} is issued and on its way to ${invoice.customer.email}.` });
    onClose();
  };
  const shown = { ...refusedField(write.refusal), ...problems };
  const isWithin = amount !== null && amountProblem(amount, left, format.money) === null;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p className="dim">
        Of {format.money(invoice.totals.gross)}, {format.money(left)} can be taken off.
      </p>
      <CreditExtent
        left={left}
        extent={extent}
        onExtent={setExtent}
        typed={typed}
        onType={setTyped}
        problem={shown['amount']}
      />
      <Textarea
        label="Why"
        name="reason"
        description={`It is printed; ${invoice.customer.name} reads it.`}
        required
        maxLength={500}
        autosize
        minRows={2}
        error={shown['reason']}
        data-autofocus
      />
      {isWithin && <CreditConsequences amount={amount} sums={sums} invoice={invoice} />}
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={write.busy}>
          Issue the credit note
        </Button>
      </Buttons>
    </form>
  );
}

type Extent = 'ALL' | 'AMOUNT';
type ExtentProps = {
  left: Money;
  extent: Extent;
  onExtent: (extent: Extent) => void;
  typed: string;
  onType: (typed: string) => void;
  problem: string | undefined;
};

/** All that is left, or an amount of it. */
function CreditExtent({ left, extent, onExtent, typed, onType, problem }: ExtentProps) {
  const format = useFormat();
  return (
    <>
      <SegmentedControl
        aria-label="How much"
        fullWidth
        value={extent}
        onChange={onExtent}
        data={[
          { value: 'ALL', label: `All: ${format.money(left)}` },
          { value: 'AMOUNT', label: 'An amount' },
        ]}
      />
      {extent === 'AMOUNT' && (
        <TextInput
          label={`Amount in ${left.currency}, with ${format.taxLabel}`}
          name="amount"
          inputMode="decimal"
          value={typed}
          onChange={(event) => onType(event.currentTarget.value)}
          error={problem}
          autoFocus
        />
      )}
    </>
  );
}
