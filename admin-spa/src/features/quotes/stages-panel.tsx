import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { QuoteStagesFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { type Format, useFormat } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { RecordTable } from '../../ui/record-table.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { Status } from '../../ui/status.tsx';
import { invoiceLabel } from '../../ui/words.ts';
import { useWrite } from '../../write.ts';
import styles from './stages-panel.module.css';

graphql(`
  fragment QuoteStages on Quote {
    id
    status
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

const Issue = graphql(`
  mutation StagesPanel_Issue($input: IssueStageInvoiceInput!) {
    issueStageInvoice(input: $input) {
      ... on Invoice {
        __typename
        id
        number
      }
      ...Refused
    }
  }
`);

type Stage = QuoteStagesFragment['stages'][number];

export function StagesPanel({ quote }: { quote: QuoteStagesFragment }) {
  const format = useFormat();
  const write = useWrite(Issue, (data) => data.issueStageInvoice);
  const issue = async (stage: Stage) => {
    const done = await write.run({ input: { quoteId: quote.id, stageId: stage.id } });
    if (done) notifications.show({ message: `${done.number} is issued and on its way to the customer.` });
  };
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
              <StageInvoice stage={stage} busy={write.busy} onIssue={() => void issue(stage)} />
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
  const days = stage.paymentTermsDays === null ? '' : `, ${stage.paymentTermsDays} days to pay`;
  if (stage.due === 'ON_SIGNING') return `On signing${days}`;
  if (stage.due === 'ON_MILESTONE') return `At its milestone${days}`;
  return `On ${format.day(stage.dueOn ?? '')}${stage.autoIssue ? ', by itself' : ''}${days}`;
}

function shareWords(stage: Stage, format: Format): string {
  if (stage.percent !== null) return format.percent(stage.percent);
  return stage.fixedAmount === null ? 'Remainder' : 'Fixed';
}

function StageInvoice({ stage, busy, onIssue }: { stage: Stage; busy: boolean; onIssue: () => void }) {
  if (stage.invoice) {
    const { tone, label } = invoiceLabel(stage.invoice);
    return (
      <span className={styles.invoice}>
        <Link to="/invoices/$invoiceId" params={{ invoiceId: stage.invoice.id }} className="num">
          {stage.invoice.number}
        </Link>
        <Status tone={tone}>{label}</Status>
      </span>
    );
  }
  if (!stage.canIssue) return <span className="dim">–</span>;
  return (
    <Button size="compact-sm" loading={busy} onClick={onIssue}>
      Issue “{stage.label}”
    </Button>
  );
}
