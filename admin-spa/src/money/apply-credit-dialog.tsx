import { minor } from '@countersign/api/domain/money';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { InvoiceToStepFragment } from '../gql/graphql.ts';
import { Buttons, Dialog } from '../ui/dialog.tsx';
import { amountOf, amountText } from '../ui/entry.ts';
import { FaultNote } from '../ui/fault-note.tsx';
import { useFormat } from '../ui/format.ts';
import { refusedField } from '../ui/problems.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { invoiceName } from '../ui/words.ts';
import { ApplyCredit, useInvoiceStep } from './invoice-steps.ts';
import { amountProblem } from './amount-problem.ts';

type Invoice = Pick<InvoiceToStepFragment, 'id' | 'number' | 'balance' | 'customerCredit'> & {
  customer: { name: string };
};
type Props = { invoice: Invoice; opened: boolean; onClose: () => void };

/** Pays of an invoice what the customer has to their credit. */
export function ApplyCreditDialog({ invoice, opened, onClose }: Props) {
  return (
    <Dialog title={`Use credit for ${invoiceName(invoice)}`} opened={opened} onClose={onClose}>
      <ApplyCreditForm invoice={invoice} onClose={onClose} />
    </Dialog>
  );
}

function ApplyCreditForm({ invoice, onClose }: Omit<Props, 'opened'>) {
  const { balance, customerCredit: credit, customer } = invoice;
  const { currency } = balance;
  const most = { amount: minor(Math.min(balance.amount, credit.amount)), currency };
  const format = useFormat();
  const step = useInvoiceStep(ApplyCredit);
  const [typed, setTyped] = useState(() => amountText(most.amount, currency));
  const [problem, setProblem] = useState<string | null>(null);
  const amount = amountOf(typed, currency);
  const use = amount !== null && amount > 0 && amount <= most.amount ? amount : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(amountProblem(amount, most, format.money));
    if (use === null) return;
    const said = `${format.money({ amount: use, currency })} of the credit went to ${invoiceName(invoice)}.`;
    if (await step.take({ invoiceId: invoice.id, amount: use }, () => said)) onClose();
  };
  const rest = (from: number) => format.money({ amount: minor(from - (use ?? 0)), currency });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p className="dim">
        {customer.name} has {format.money(credit)} to their credit; {format.money(balance)} are owed on{' '}
        {invoiceName(invoice)}.
      </p>
      <TextInput
        label={`How much of it, in ${currency}`}
        name="amount"
        inputMode="decimal"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={problem ?? refusedField(step.refusal)['amount']}
        data-autofocus
      />
      {use !== null && (
        <ul>
          <li>
            {use === balance.amount
              ? 'The invoice is paid by that.'
              : `${rest(balance.amount)} stay owed on the invoice.`}
          </li>
          <li>{rest(credit.amount)} of the credit are left.</li>
          <li>No money moves, so there is no new receipt.</li>
        </ul>
      )}
      <RefusalNote refusal={step.refusal} />
      <FaultNote fault={step.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={step.busy}>
          Use the credit
        </Button>
      </Buttons>
    </form>
  );
}
