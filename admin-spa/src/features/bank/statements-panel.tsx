import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { StatementRowFragment as Statement } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { Day, Instant } from '../../ui/day.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { format, statementStatus } from './bank-words.ts';
import styles from './statements-panel.module.css';

const Statements = graphql(`
  query StatementsPanel {
    bankStatements(first: 10) {
      items {
        ...StatementRow
      }
    }
  }
  fragment StatementRow on BankStatement {
    id
    filename
    format
    status
    lineCount
    newCount
    toMatchCount
    firstDay
    lastDay
    uploadedBy
    createdAt
  }
`);

/** The files that came last, and what is left to do with each. */
export function StatementsPanel() {
  const read = useQuery({
    queryKey: ['bank', 'statements'],
    queryFn: async () => (await request(Statements)).bankStatements.items,
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'IMPORTING') ? 1000 : false),
  });
  return (
    <Panel title="Statements" flush>
      <Loaded read={read} rows={2}>
        {(statements) =>
          statements.length === 0 ? (
            <p className={styles.none}>The files that you upload stand here.</p>
          ) : (
            <ul className={styles.statements}>
              {statements.map((statement) => (
                <StatementRow key={statement.id} statement={statement} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}

function StatementRow({ statement }: { statement: Statement }) {
  const { label, tone } = statementStatus[statement.status];
  return (
    <li>
      <div className={styles.name}>
        <Link to="/bank/statements/$statementId" params={{ statementId: statement.id }}>
          {statement.filename}
        </Link>
        <Status tone={tone}>{label}</Status>
      </div>
      <span className="dim">
        {format[statement.format]}, {statement.uploadedBy}, <Instant at={statement.createdAt} dayOnly />
      </span>
      {statement.status === 'IMPORTED' && (
        <span className="dim">
          <Day on={statement.firstDay} /> to <Day on={statement.lastDay} />:{' '}
          {statement.newCount === statement.lineCount
            ? `${statement.lineCount} lines`
            : `${statement.newCount} of ${statement.lineCount} lines were new`}
          {statement.toMatchCount > 0 && (
            <>
              ,{' '}
              <Link to="/bank" search={{ status: 'TO_MATCH', statement: statement.id }}>
                {statement.toMatchCount} to match
              </Link>
            </>
          )}
        </span>
      )}
    </li>
  );
}
