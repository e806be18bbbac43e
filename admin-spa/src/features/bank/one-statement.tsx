import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { BankLineStatus } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import styles from './bank-screen.module.css';

const Statement = graphql(`
  query OneStatement($id: ID!) {
    bankStatement(id: $id) {
      id
      filename
    }
  }
`);

/** Says that only the lines of one file are shown, and leads to all of them. */
export function OneStatement({ id, status }: { id: string; status: BankLineStatus }) {
  const { data } = useQuery({
    queryKey: ['bank', 'one', id],
    queryFn: async () => (await request(Statement, { id })).bankStatement,
  });
  return (
    <p className={styles.one} role="status">
      <span>Lines of {data?.filename ?? 'one statement'} only.</span>
      <Link to="/bank" search={{ status }} activeProps={{ 'aria-current': undefined }}>
        Show those of all statements
      </Link>
    </p>
  );
}

/** The same where an item under “Needs attention” led to one line. */
export function OnlyOne() {
  return (
    <p className={styles.one} role="status">
      <span>The line that needs attention.</span>
      <Link to="/bank" activeProps={{ 'aria-current': undefined }}>
        Show all that wait
      </Link>
    </p>
  );
}
