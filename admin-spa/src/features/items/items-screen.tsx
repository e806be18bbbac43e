import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { useMay } from '../../session.ts';
import { Empty } from '../../ui/empty.tsx';
import { FilterTabs } from '../../ui/filter-tabs.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHead, Panel } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { ItemTable } from './item-table.tsx';

const Items = graphql(`
  query ItemsScreen($search: String, $archived: Boolean, $after: String) {
    catalogueItems(search: $search, archived: $archived, first: 50, after: $after) {
      items {
        ...ItemRow
      }
      endCursor
    }
  }
`);

export function ItemsScreen() {
  const { search, archived } = useSearch({ from: '/inside/catalogue' });
  const navigate = useNavigate();
  const list = useInfiniteQuery({
    queryKey: ['items', search, archived],
    queryFn: async ({ pageParam }) =>
      (await request(Items, { search: search ?? null, archived: archived ?? false, after: pageParam }))
        .catalogueItems,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.endCursor,
    placeholderData: keepPreviousData,
  });
  const find = (text: string) =>
    void navigate({
      to: '/catalogue',
      search: { ...(archived && { archived }), ...(text && { search: text }) },
      replace: true,
    });
  return (
    <div>
      <PageHead
        title="Catalogue"
        lead="What you sell again and again, with its price."
        actions={<NewItem />}
      />
      <Panel flush>
        <Toolbar>
          <FilterTabs label="Which items">
            <Link to="/catalogue" search={search ? { search } : {}} activeOptions={{ exact: true }}>
              Offered
            </Link>
            <Link
              to="/catalogue"
              search={{ archived: true, ...(search && { search }) }}
              activeOptions={{ exact: true }}
            >
              Archived
            </Link>
          </FilterTabs>
          <SearchField label="Name or description" value={search ?? ''} onSearch={find} />
        </Toolbar>
        <Loaded read={list}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            if (items.length > 0) return <ItemTable items={items} />;
            return <NoItems search={search} archived={archived} />;
          }}
        </Loaded>
        <MoreButton list={list} />
      </Panel>
    </div>
  );
}

function NewItem() {
  if (!useMay('WRITE_QUOTES')) return null;
  return (
    <ButtonLink to="/catalogue/new" leftSection={<Icon name="plus" size={16} />}>
      New item
    </ButtonLink>
  );
}

function NoItems({ search, archived }: { search: string | undefined; archived: boolean | undefined }) {
  if (search !== undefined) {
    return (
      <Empty icon="search" title={`No item matches “${search}”`}>
        Try a part of the name or the description.
      </Empty>
    );
  }
  if (archived) {
    return (
      <Empty icon="catalogue" title="Nothing is archived">
        What you do not offer any more can be archived. Quotes that hold it keep it.
      </Empty>
    );
  }
  return (
    <Empty icon="catalogue" title="Your first item" action={<NewItem />}>
      Write down once what you sell, for how much and what it costs you. Quotes take it over with two keys,
      and you see what each of them earns.
    </Empty>
  );
}
