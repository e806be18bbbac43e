import { Button, Checkbox } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { BankColumnMappingInput as Mapping } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/page.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';
import { counted } from './bank-words.ts';
import { MappingPanel } from './mapping-panel.tsx';
import { PreviewTable } from './preview-table.tsx';
import { ProblemList } from './problem-list.tsx';
import styles from './statement.module.css';

const Preview = graphql(`
  query StatementPreview($id: ID!, $mapping: BankColumnMappingInput) {
    bankStatementPreview(id: $id, mapping: $mapping) {
      ... on BankStatementPreview {
        __typename
        isRemembered
        mappingProblem
        lineCount
        incomingCount
        knownCount
        problemCount
        problems {
          row
          message
        }
        mapping {
          ...Mapping
        }
        ...MappingPanel
        ...PreviewTable
      }
      ...Refused
    }
  }
`);

const Import = graphql(`
  mutation StatementPreview_Import($input: ImportBankStatementInput!) {
    importBankStatement(input: $input) {
      ... on BankStatement {
        __typename
        id
        status
      }
      ...Refused
    }
  }
`);

/** What the import would do; for a table first which column is what, with the rows beside it as they will be read. */
export function StatementPreview({ id }: { id: string }) {
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const [skip, setSkip] = useState(false);
  const write = useWrite(Import, (data) => data.importBankStatement);
  const read = useQuery({
    queryKey: ['bank', 'preview', id, mapping],
    queryFn: async () => (await request(Preview, { id, mapping })).bankStatementPreview,
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded read={read}>
      {(preview) => {
        if (preview.__typename === 'Refusal') return <RefusalNote refusal={preview} />;
        const {
          mapping: current,
          problemCount,
          lineCount,
          knownCount,
          incomingCount,
          mappingProblem,
        } = preview;
        const chosen = mapping ?? current;
        const fresh = lineCount - knownCount;
        return (
          <div className={styles.preview}>
            {chosen && <MappingPanel table={preview} mapping={chosen} onChange={setMapping} />}
            <Panel title="What will be imported" flush>
              <div className={styles.summary}>
                {mappingProblem ? (
                  <p role="status">{mappingProblem}</p>
                ) : (
                  <p role="status">
                    {counted(lineCount)}, {incomingCount} of them money that came.{' '}
                    {knownCount > 0 && `${knownCount} came before and will be left out.`}
                  </p>
                )}
                {preview.isRemembered && mapping === null && (
                  <Note tone="calm" title="Read as the last time">
                    The columns are as somebody put them right for another file of this bank.
                  </Note>
                )}
                <ProblemList
                  title="These rows cannot be read"
                  problems={preview.problems}
                  count={problemCount}
                />
                {problemCount > 0 && lineCount > 0 && (
                  <Checkbox
                    label="Import the others and leave these rows out"
                    checked={skip}
                    onChange={(event) => setSkip(event.currentTarget.checked)}
                  />
                )}
                <RefusalNote refusal={write.refusal} />
                <FaultNote fault={write.fault} />
                <div>
                  <Button
                    loading={write.busy}
                    disabled={lineCount === 0 || mappingProblem !== null || (problemCount > 0 && !skip)}
                    onClick={() => void write.run({ input: { id, mapping: chosen, skipProblems: skip } })}
                  >
                    {fresh === 0 && lineCount > 0
                      ? 'Import (nothing is new)'
                      : fresh === 1
                        ? 'Import 1 new line'
                        : `Import ${fresh} new lines`}
                  </Button>
                </div>
              </div>
              <PreviewTable preview={preview} />
            </Panel>
          </div>
        );
      }}
    </Loaded>
  );
}
