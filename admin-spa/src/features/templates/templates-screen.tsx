import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { TemplateCardFragment } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { FilterTabs } from '../../ui/filter-tabs.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHead, Panel } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { NoTemplates } from './no-templates.tsx';
import { RenameTemplateDialog } from './rename-template-dialog.tsx';
import { TemplateCard } from './template-card.tsx';
import styles from './template-card.module.css';
import { UseTemplateDialog } from './use-template-dialog.tsx';

const Templates = graphql(`
  query TemplatesScreen($search: String, $archived: Boolean, $after: String) {
    quoteTemplates(search: $search, archived: $archived, first: 50, after: $after) {
      items {
        ...TemplateCard
      }
      endCursor
    }
  }
`);

export function TemplatesScreen() {
  const { search, archived } = useSearch({ from: '/inside/templates' });
  const navigate = useNavigate();
  const list = useInfiniteQuery({
    queryKey: ['templates', search, archived],
    queryFn: async ({ pageParam }) =>
      (await request(Templates, { search: search ?? null, archived: archived ?? false, after: pageParam }))
        .quoteTemplates,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.endCursor,
    placeholderData: keepPreviousData,
  });
  const find = (text: string) =>
    void navigate({
      to: '/templates',
      search: { ...(archived && { archived }), ...(text && { search: text }) },
      replace: true,
    });
  return (
    <div>
      <PageHead title="Templates" lead="Quotes to begin with: everything is there but the customer." />
      <Panel flush>
        <Toolbar>
          <FilterTabs label="Which templates">
            <Link to="/templates" search={search ? { search } : {}} activeOptions={{ exact: true }}>
              Offered
            </Link>
            <Link
              to="/templates"
              search={{ archived: true, ...(search && { search }) }}
              activeOptions={{ exact: true }}
            >
              Archived
            </Link>
          </FilterTabs>
          <SearchField label="Name, trade or description" value={search ?? ''} onSearch={find} />
        </Toolbar>
        <Loaded read={list}>
          {({ pages }) => {
            const templates = pages.flatMap((page) => page.items);
            if (templates.length > 0) return <Cards templates={templates} />;
            return <NoTemplates search={search} archived={archived} />;
          }}
        </Loaded>
        <MoreButton list={list} />
      </Panel>
    </div>
  );
}

type Doing = { what: 'use' | 'rename'; template: TemplateCardFragment };

function Cards({ templates }: { templates: readonly TemplateCardFragment[] }) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  return (
    <>
      <ul className={styles.cards}>
        {templates.map((template) => (
          <TemplateCard
            key={template.id}
            template={template}
            onUse={() => setDoing({ what: 'use', template })}
            onRename={() => setDoing({ what: 'rename', template })}
          />
        ))}
      </ul>
      {doing?.what === 'use' && <UseTemplateDialog template={doing.template} onClose={close} />}
      {doing?.what === 'rename' && <RenameTemplateDialog template={doing.template} onClose={close} />}
    </>
  );
}
