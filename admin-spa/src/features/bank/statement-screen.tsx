import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { useMay } from '../../session.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Note } from '../../ui/note.tsx';
import { PageHead } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { format, statementStatus } from './bank-words.ts';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { StatementPreview } from './statement-preview.tsx';

const Statement = graphql(`
  query StatementScreen($id: ID!) {
    bankStatement(id: $id) {
      id
      filename
      format
      status
      problem
      ...ImportProgress
      ...ImportResult
    }
  }
`);

/** One file on its way: what it would do, how far it is, what came of it. */
export function StatementScreen() {
  const { statementId: id } = useParams({ from: '/inside/bank/statements/$statementId' });
  const confirms = useMay('CONFIRM_PAYMENTS');
  const read = useQuery({
    queryKey: ['bank', 'statement', id],
    queryFn: async () => (await request(Statement, { id })).bankStatement,
    refetchInterval: ({ state }) => (state.data?.status === 'IMPORTING' ? 400 : false),
  });
  return (
    <Loaded read={read}>
      {(statement) => {
        const { label, tone } = statementStatus[statement.status];
        const isOpen = statement.status === 'UPLOADED' || statement.status === 'FAILED';
        return (
          <div>
            <PageHead
              title={statement.filename}
              above={<Link to="/bank">Bank</Link>}
              status={<Status tone={tone}>{label}</Status>}
              lead={`A statement as ${format[statement.format]}.`}
            />
            {statement.problem && (
              <Note tone="bad" title="It could not be imported">
                {statement.problem}
              </Note>
            )}
            {statement.status === 'IMPORTING' && <ImportProgress statement={statement} />}
            {statement.status === 'IMPORTED' && <ImportResult statement={statement} />}
            {isOpen &&
              (confirms ? (
                <StatementPreview id={id} />
              ) : (
                <p>Somebody who may confirm payments has to look at it before it is imported.</p>
              ))}
          </div>
        );
      }}
    </Loaded>
  );
}
