import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
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
import { OneStatement } from './one-statement.tsx';
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

export function BankScreen() {
  const { status = 'TO_MATCH', statement, search } = useSearch({ from: '/inside/bank' });
  const navigate = useNavigate({ from: '/bank' });
  const confirms = useMay('CONFIRM_PAYMENTS');
  const list = useInfiniteQuery({
    queryKey: ['bank', 'lines', status, statement, search],
    queryFn: async ({ pageParam: after }) =>
      (await request(Lines, { status, statementId: statement ?? null, search: search ?? null, after }))
        .bankLines,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.endCursor,
    placeholderData: keepPreviousData,
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
          {statement !== undefined && <OneStatement id={statement} status={status} />}
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
