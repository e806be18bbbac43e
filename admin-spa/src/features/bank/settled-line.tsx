import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { SettledLineFragment as Line } from '../../gql/graphql.ts';
import { useMay } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/day.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { invoiceName } from '../../ui/words.ts';
import { useWrite } from '../../write.ts';
import styles from './suggestion-line.module.css';

graphql(`
  fragment SettledLine on BankLine {
    id
    status
    settledBy
    settledAt
    note
    matches {
      amount {
        amount
        currency
      }
      payment {
        id
        invoice {
          id
          number
          customer {
            id
            name
          }
        }
        receipt {
          id
          number
          pdfUrl
        }
      }
    }
    refund {
      id
      invoice {
        id
        number
      }
    }
  }
`);

const Restore = graphql(`
  mutation SettledLine_Restore($input: RestoreBankLineInput!) {
    restoreBankLine(input: $input) {
      ... on BankLine {
        __typename
        id
      }
      ...Refused
    }
  }
`);

/** What somebody said that the line is. */
export function SettledLine({ line }: { line: Line }) {
  if (line.status === 'OUTGOING') return <Outgoing line={line} />;
  return (
    <div className={styles.suggestion}>
      {line.matches.map(({ payment, amount }) => (
        <p key={payment.id} className={styles.target}>
          <Link to="/invoices/$invoiceId" params={{ invoiceId: payment.invoice.id }} className="num">
            {invoiceName(payment.invoice)}
          </Link>
          <span>{payment.invoice.customer.name}</span>
          <Amount of={amount} />
          {payment.receipt && (
            <a href={payment.receipt.pdfUrl} target="_blank" rel="noreferrer" className="num">
              {payment.receipt.number}
            </a>
          )}
        </p>
      ))}
      {line.note && <p>{line.note}</p>}
      <p className="dim">
        {line.settledBy}
        {line.settledAt && (
          <>
            , <Instant at={line.settledAt} />
          </>
        )}
      </p>
      {line.status === 'IGNORED' && <RestoreButton id={line.id} />}
    </div>
  );
}

function Outgoing({ line }: { line: Line }) {
  return line.refund ? (
    <p>
      Could be the refund on{' '}
      <Link to="/invoices/$invoiceId" params={{ invoiceId: line.refund.invoice.id }} className="num">
        {invoiceName(line.refund.invoice)}
      </Link>
      .
    </p>
  ) : (
    <p className="dim">Money that went. There is nothing to match.</p>
  );
}

function RestoreButton({ id }: { id: string }) {
  const confirms = useMay('CONFIRM_PAYMENTS');
  const write = useWrite(Restore, (data) => data.restoreBankLine);
  if (!confirms) return null;
  const restore = async () => {
    if (await write.run({ input: { id } }))
      notifications.show({ message: 'The line is back among those to match.' });
  };
  return (
    <div>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Button size="xs" variant="default" loading={write.busy} onClick={() => void restore()}>
        Match it after all
      </Button>
    </div>
  );
}
