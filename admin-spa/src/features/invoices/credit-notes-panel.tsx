import { graphql } from '../../gql/gql.ts';
import type { InvoiceCreditNotesFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { Panel } from '../../ui/page.tsx';
import { RecordTable } from '../../ui/record-table.tsx';
import styles from './invoice.module.css';

graphql(`
  fragment InvoiceCreditNotes on Invoice {
    creditNotes {
      id
      number
      reason
      issueDate
      issuedBy
      pdfUrl
      totals {
        gross {
          amount
          currency
        }
      }
    }
  }
`);

type CreditNote = InvoiceCreditNotesFragment['creditNotes'][number];

export function CreditNotesPanel({ notes }: { notes: readonly CreditNote[] }) {
  if (notes.length === 0) return null;
  return (
    <Panel title="Credit notes" flush>
      <RecordTable
        caption="Credit notes, oldest first"
        rows={notes}
        keyOf={(note) => note.id}
        columns={[
          { title: 'What', lead: true, cell: (note) => <What note={note} /> },
          { title: 'Issued', cell: (note) => <Day on={note.issueDate} /> },
          {
            title: 'PDF',
            cell: (note) => (
              <a href={note.pdfUrl} target="_blank" rel="noreferrer" className="num">
                {note.number}
              </a>
            ),
          },
          {
            title: 'Amount',
            figure: true,
            cell: (note) => (
              <span>
                −<Amount of={note.totals.gross} />
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}

function What({ note }: { note: CreditNote }) {
  return (
    <div>
      {note.reason}
      <div className={styles.words}>by {note.issuedBy}</div>
    </div>
  );
}
