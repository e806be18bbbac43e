import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { QuoteStatus } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { useMay } from '../../session.ts';
import { FilterTabs } from '../../ui/filter-tabs.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHead, Panel } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { NoQuotes } from './no-quotes.tsx';
import { QuoteTable } from './quote-table.tsx';

const Quotes = graphql(`
  query QuotesScreen($status: QuoteStatus, $search: String, $archived: Boolean, $after: String) {
    quotes(status: $status, search: $search, archived: $archived, first: 50, after: $after) {
      items {
        ...QuoteRow
      }
      endCursor
    }
  }
`);

const tabs: readonly [QuoteStatus | undefined, string][] = [
  [undefined, 'All'],
  ['DRAFT', 'Drafts'],
  ['AWAITING_APPROVAL', 'Awaiting approval'],
  ['OPEN', 'Open'],
  ['ACCEPTED', 'Accepted'],
  ['CANCELED', 'Canceled'],
];

export function QuotesScreen() {
  const { status, search, archived } = useSearch({ from: '/inside/quotes' });
  const navigate = useNavigate();
  const list = useInfiniteQuery({
    queryKey: ['quotes', status, search, archived],
    queryFn: async ({ pageParam }) =>
      (
        await request(Quotes, {
          status: status ?? null,
          search: search ?? null,
          archived: archived ?? false,
          after: pageParam,
        })
      ).quotes,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.endCursor,
    placeholderData: keepPreviousData,
  });
  const find = (text: string) =>
    void navigate({
      to: '/quotes',
      search: { ...(status && { status }), ...(archived && { archived }), ...(text && { search: text }) },
      replace: true,
    });
  return (
    <div>
      <PageHead title="Quotes" actions={<NewQuote />} />
      <Panel flush>
        <Toolbar>
          <FilterTabs label="Status">
            {tabs.map(([value, label]) => (
              <Link
                key={label}
                to="/quotes"
                search={{ ...(value && { status: value }), ...(search && { search }) }}
                activeOptions={{ exact: true }}
              >
                {label}
              </Link>
            ))}
            <Link
              to="/quotes"
              search={{ archived: true, ...(search && { search }) }}
              activeOptions={{ exact: true }}
            >
              Archived
            </Link>
          </FilterTabs>
          <SearchField label="Number, title or customer" value={search ?? ''} onSearch={find} />
        </Toolbar>
        <Loaded read={list}>
          {({ pages }) => {
            const quotes = pages.flatMap((page) => page.items);
            if (quotes.length === 0)
              return <NoQuotes filtered={Boolean(status ?? search ?? archived)} action={<NewQuote />} />;
            return <QuoteTable quotes={quotes} />;
          }}
        </Loaded>
        <MoreButton list={list} />
      </Panel>
    </div>
  );
}

function NewQuote() {
  if (!useMay('WRITE_QUOTES')) return null;
  return (
    <ButtonLink to="/quotes/new" leftSection={<Icon name="plus" size={16} />}>
      New quote
    </ButtonLink>
  );
}
