import { minor, sum } from '@countersign/api/domain/money';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { BankInvoiceFragment as Invoice, BankLineCardFragment as Line } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Buttons } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { AllocationRow } from './allocation-row.tsx';
import { addInvoice, balanceOf, firstParts, type Part, readParts } from './allocations.ts';
import { InvoicePicker } from './invoice-picker.tsx';
import { Leftover } from './leftover.tsx';
import styles from './match-form.module.css';
import { OtherSuggestions } from './other-suggestions.tsx';
import { useConfirm } from './use-confirm.ts';

type Props = { lines: readonly Line[]; onClose: () => void };

/** The money above, the invoices that it pays below, and all the time what is left of it. */
export function MatchForm({ lines, onClose }: Props) {
  const [first] = lines;
  const currency = first?.amount.currency ?? '';
  const total = sum(lines.map(({ amount }) => amount.amount));
  const [parts, setParts] = useState<readonly Part[]>(() => firstParts(lines, total));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const { confirm, busy, refusal, fault } = useConfirm();
  const left = balanceOf(parts, total, currency);
  const change = (next: readonly Part[]) => {
    setParts(next);
    setProblems({});
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readParts(parts, currency);
    setProblems(read.problems);
    if (read.allocations === null || read.allocations.length === 0) return;
    if (await confirm(lines, { payment: null, allocations: read.allocations })) onClose();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.id}>
            <span>
              <strong>{line.name || 'No name'}</strong>
              <span className="dim"> {line.reference || line.text}</span>
            </span>
            <Amount of={line.amount} />
          </li>
        ))}
      </ul>
      {lines.length === 1 && first && <OtherSuggestions line={first} onParts={change} onDone={onClose} />}
      {parts.map((part) => (
        <AllocationRow
          key={part.invoice.id}
          part={part}
          problem={problems[part.invoice.id]}
          onText={(text) =>
            change(parts.map((each) => (each.invoice.id === part.invoice.id ? { ...each, text } : each)))
          }
          onRemove={() => change(parts.filter(({ invoice }) => invoice.id !== part.invoice.id))}
        />
      ))}
      <InvoicePicker
        currency={currency}
        taken={parts.map(({ invoice }) => invoice.id)}
        onPick={(invoice: Invoice) => change(addInvoice(parts, invoice, total, currency))}
      />
      <Leftover left={left} currency={currency} parts={parts} lines={lines} />
      <RefusalNote refusal={refusal} />
      <FaultNote fault={fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={busy} disabled={parts.length === 0 || left < minor(0)}>
          Confirm the match
        </Button>
      </Buttons>
    </form>
  );
}
