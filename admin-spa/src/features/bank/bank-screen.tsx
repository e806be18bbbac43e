import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { BankScreenQueryVariables } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { useMay } from '../../session.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHead, Panel } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import styles from './bank-screen.module.css';
import { LineTabs } from './line-tabs.tsx';
import { LineList } from './line-list.tsx';
import { NoLines } from './no-lines.tsx';
import { OneStatement, OnlyOne } from './one-statement.tsx';
import { StatementsPanel } from './statements-panel.tsx';
import { UploadPanel } from './upload-panel.tsx';

const Lines = graphql(`
  query BankScreen($status: BankLineStatus, $statementId: ID, $search: String, $after: String) {
    bankLines(status: $status, statementId: $statementId, search: $search, first: 25, after: $after) {
      items {
        ...BankLineCard
      }
      endCursor
    }
  }
`);

const OneLine = graphql(`
  query BankScreen_Line($id: ID!) {
    bankLine(id: $id) {
      ...BankLineCard
    }
  }
`);

/** A page of lines; of the one that an item is about there is nothing after it. */
async function readLines(variables: BankScreenQueryVariables, line: string | undefined) {
  if (line === undefined) return (await request(Lines, variables)).bankLines;
  return { items: [(await request(OneLine, { id: line })).bankLine], endCursor: null };
}

export function BankScreen() {
  const { status = 'TO_MATCH', statement, line, search } = useSearch({ from: '/inside/bank' });
  const navigate = useNavigate({ from: '/bank' });
  const confirms = useMay('CONFIRM_PAYMENTS');
  const list = useInfiniteQuery({
    queryKey: ['bank', 'lines', status, statement, line, search],
    queryFn: ({ pageParam: after }) =>
      readLines({ status, statementId: statement ?? null, search: search ?? null, after }, line),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.endCursor,
    placeholderData: keepPreviousData,
    // the addresses of the receipts are good for five minutes
    refetchInterval: 240_000,
  });
  return (
    <div>
      <PageHead
        title="Bank"
        lead="What came on the account, beside what is owed. Nothing is paid before one of you confirms it."
      />
      <div className={styles.screen}>
        {confirms && <UploadPanel />}
        <Panel flush>
          {line !== undefined && <OnlyOne />}
          {line === undefined && statement !== undefined && <OneStatement id={statement} status={status} />}
          {line === undefined && (
            <Toolbar>
              <LineTabs status={status} isOne={statement !== undefined} />
              <SearchField
                label="Search the lines"
                value={search ?? ''}
                onSearch={(text) =>
                  void navigate({
                    search: (before) => {
                      const { search: _, ...rest } = before;
                      return text === '' ? rest : { ...rest, search: text };
                    },
                    replace: true,
                  })
                }
              />
            </Toolbar>
          )}
          <Loaded read={list}>
            {({ pages }) => {
              const lines = pages.flatMap((page) => page.items);
              return lines.length === 0 ? (
                <NoLines status={status} narrowed={Boolean(search ?? statement)} />
              ) : (
                <LineList lines={lines} />
              );
            }}
          </Loaded>
          <MoreButton list={list} />
        </Panel>
        <StatementsPanel />
      </div>
    </div>
  );
}
