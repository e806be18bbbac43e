import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { QuoteStagesFragment } from '../../gql/graphql.ts';
import { useMay } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { type Format, useFormat } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { RecordTable } from '../../ui/record-table.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { Status } from '../../ui/status.tsx';
import { daysText, invoiceLabel, invoiceName } from '../../ui/words.ts';
import { IssueStageDialog } from './issue-stage-dialog.tsx';
import styles from './stages-panel.module.css';
import { useIssueStage } from './use-issue-stage.ts';

graphql(`
  fragment QuoteStages on Quote {
    id
    status
    changeKind
    stages {
      id
      label
      percent
      fixedAmount {
        amount
        currency
      }
      due
      dueOn
      paymentTermsDays
      autoIssue
      amount {
        amount
        currency
      }
      canIssue
      invoice {
        id
        number
        status
        isOverdue
      }
    }
  }
`);

type Stage = QuoteStagesFragment['stages'][number];

export function StagesPanel({ quote }: { quote: QuoteStagesFragment }) {
  const format = useFormat();
  const write = useIssueStage(quote.id);
  if (quote.changeKind === 'REDUCTION') return null;
  return (
    <Panel title="Payment stages" flush>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      {quote.stages.length === 0 && (
        <p className={styles.none}>
          No stage yet. A quote needs at least one, unless everything in it recurs.
        </p>
      )}
      <RecordTable
        caption="How the quote is invoiced"
        rows={quote.stages}
        keyOf={(stage) => stage.id}
        columns={[
          { title: 'Stage', lead: true, cell: (stage) => stage.label },
          { title: 'Due', cell: (stage) => dueWords(stage, format) },
          {
            title: 'Invoice',
            cell: (stage) => (
              <StageInvoice
                stage={stage}
                quote={quote}
                busy={write.busy}
                onIssue={() => void write.issue({ stageId: stage.id })}
              />
            ),
          },
          { title: 'Share', figure: true, cell: (stage) => shareWords(stage, format) },
          { title: 'Amount', figure: true, cell: (stage) => <Amount of={stage.amount} /> },
        ]}
      />
    </Panel>
  );
}

function dueWords(stage: Stage, format: Format): string {
  const days = stage.paymentTermsDays === null ? '' : `, ${daysText(stage.paymentTermsDays)} to pay`;
  if (stage.due === 'ON_SIGNING') return `On signing${days}`;
  if (stage.due === 'ON_MILESTONE') return `At its milestone${days}`;
  return `On ${format.day(stage.dueOn ?? '')}${stage.autoIssue ? ', by itself' : ''}${days}`;
}

function shareWords(stage: Stage, format: Format): string {
  if (stage.percent !== null) return format.percent(stage.percent);
  return stage.fixedAmount === null ? 'Remainder' : 'Fixed';
}

type OfStage = { stage: Stage; quote: QuoteStagesFragment; busy: boolean; onIssue: () => void };

/** The invoice of a stage; before it, the way to it: the next one at once, any with what was agreed otherwise. */
function StageInvoice({ stage, quote, busy, onIssue }: OfStage) {
  const [asking, setAsking] = useState(false);
  const issues = useMay('ISSUE_INVOICES');
  if (stage.invoice) {
    const { tone, label } = invoiceLabel(stage.invoice);
    return (
      <span className={styles.invoice}>
        <Link to="/invoices/$invoiceId" params={{ invoiceId: stage.invoice.id }} className="num">
          {invoiceName(stage.invoice)}
        </Link>
        <Status tone={tone}>{label}</Status>
      </span>
    );
  }
  if (!issues || quote.status !== 'ACCEPTED') return <span className="dim">–</span>;
  return (
    <span className={styles.invoice}>
      {stage.canIssue && (
        <Button size="compact-sm" loading={busy} onClick={onIssue}>
          Issue “{stage.label}”
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`${stage.canIssue ? 'Other terms' : 'Issue early'}: ${stage.label}`}
        onClick={() => setAsking(true)}
      >
        {stage.canIssue ? 'Other terms…' : 'Issue early…'}
      </Button>
      <IssueStageDialog quoteId={quote.id} stage={stage} opened={asking} onClose={() => setAsking(false)} />
    </span>
  );
}
