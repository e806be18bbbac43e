import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { StatementRowFragment as Statement } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { Day, Instant } from '../../ui/day.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { Panel } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { counted, format, statementStatus } from './bank-words.ts';
import styles from './statements-panel.module.css';

const Statements = graphql(`
  query StatementsPanel($after: String) {
    bankStatements(first: 10, after: $after) {
      items {
        ...StatementRow
      }
      endCursor
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

/** The files, the last ones first, and what is left to do with each. */
export function StatementsPanel() {
  const list = useInfiniteQuery({
    queryKey: ['bank', 'statements'],
    queryFn: async ({ pageParam: after }) => (await request(Statements, { after })).bankStatements,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.endCursor,
    refetchInterval: ({ state }) => (state.data?.pages.some(isImporting) ? 1000 : false),
  });
  return (
    <Panel title="Statements" flush>
      <Loaded read={list} rows={2}>
        {({ pages }) => {
          const statements = pages.flatMap((page) => page.items);
          return statements.length === 0 ? (
            <p className={styles.none}>The files that you upload stand here.</p>
          ) : (
            <ul className={styles.statements}>
              {statements.map((statement) => (
                <StatementRow key={statement.id} statement={statement} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <MoreButton list={list} />
    </Panel>
  );
}

const isImporting = ({ items }: { items: readonly Statement[] }): boolean =>
  items.some(({ status }) => status === 'IMPORTING');

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
            ? counted(statement.lineCount)
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
