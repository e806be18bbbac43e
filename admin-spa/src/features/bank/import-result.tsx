import { graphql } from '../../gql/gql.ts';
import type { ImportResultFragment } from '../../gql/graphql.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Panel } from '../../ui/page.tsx';
import { ProblemList } from './problem-list.tsx';
import styles from './statement.module.css';

graphql(`
  fragment ImportResult on BankStatement {
    id
    lineCount
    newCount
    toMatchCount
    problemCount
    problems {
      row
      message
    }
  }
`);

export function ImportResult({ statement }: { statement: ImportResultFragment }) {
  const { lineCount, newCount, toMatchCount, problems, problemCount } = statement;
  const known = lineCount - newCount;
  return (
    <Panel>
      <div className={styles.result}>
        <p>
          {newCount === 1 ? '1 line is new.' : `${newCount} lines are new.`}{' '}
          {known > 0 && `${known} had come in another file and were left out. `}
          {toMatchCount > 0 ? `${toMatchCount} wait to be matched.` : 'Nothing waits to be matched.'}
        </p>
        <ButtonLink to="/bank" search={{ status: 'TO_MATCH', statement: statement.id }}>
          {toMatchCount > 0 ? 'Match them' : 'Go to the lines'}
        </ButtonLink>
        <ProblemList
          title="These rows could not be read and were left out"
          problems={problems}
          count={problemCount}
        />
      </div>
    </Panel>
  );
}
