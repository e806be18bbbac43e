import { graphql } from '../../gql/gql.ts';
import type { ImportProgressFragment } from '../../gql/graphql.ts';
import { Panel } from '../../ui/page.tsx';
import styles from './statement.module.css';

graphql(`
  fragment ImportProgress on BankStatement {
    lineCount
    doneCount
    newCount
  }
`);

export function ImportProgress({ statement }: { statement: ImportProgressFragment }) {
  const { lineCount, doneCount, newCount } = statement;
  return (
    <Panel>
      <div className={styles.progress} role="status">
        <progress aria-label="Lines looked at" max={Math.max(1, lineCount)} value={doneCount} />
        <p>
          {doneCount} of {lineCount} lines, {newCount} of them new. You can leave this page; it goes on.
        </p>
      </div>
    </Panel>
  );
}
