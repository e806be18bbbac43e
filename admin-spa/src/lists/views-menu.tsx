import { ActionIcon, Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { ListScreen, ListViewFragment } from '../gql/graphql.ts';
import { request } from '../graphql.ts';
import { Icon } from '../ui/icons.tsx';
import { DeleteViewDialog } from './delete-view-dialog.tsx';
import { searchOf } from './query-of.ts';
import { ViewDialog } from './view-dialog.tsx';

const Views = graphql(`
  query ViewsMenu($screen: ListScreen!) {
    views(screen: $screen) {
      ...ListView
    }
  }
  fragment ListView on SavedView {
    id
    name
    search
    shared
    owner
    mine
  }
`);

type Props = {
  screen: ListScreen;
  /** The list as it is now. */
  query: string;
  onOpen: (search: Record<string, string>) => void;
};

type Asked = { view: ListViewFragment | null; what: 'save' | 'change' | 'delete' };

/** The lists that were kept under a name: one's own, and those that others share. */
export function ViewsMenu({ screen, query, onOpen }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data = [] } = useQuery({
    queryKey: ['views', screen],
    queryFn: async () => (await request(Views, { screen })).views,
  });
  const current = data.find(({ search }) => search === query);
  const close = () => setAsked(null);
  const item = (view: ListViewFragment) => (
    <Menu.Item
      key={view.id}
      aria-current={view === current ? 'true' : undefined}
      onClick={() => onOpen(searchOf(view.search))}
      rightSection={view === current ? <span className="dim">shown</span> : undefined}
    >
      {view.name}
      {!view.mine && <span className="dim"> · {view.owner}</span>}
    </Menu.Item>
  );
  const [own, others] = [data.filter(({ mine }) => mine), data.filter(({ mine }) => !mine)];
  return (
    <>
      <Button.Group>
        <Menu position="bottom-end" shadow="md" withinPortal width={260}>
          <Menu.Target>
            <Button size="xs" variant="default" rightSection={<Icon name="account" size={14} />}>
              {current?.name ?? 'Views'}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {own.length > 0 && <Menu.Label>My views</Menu.Label>}
            {own.map(item)}
            {others.length > 0 && <Menu.Label>Shared with me</Menu.Label>}
            {others.map(item)}
            {data.length > 0 && <Menu.Divider />}
            <Menu.Item onClick={() => setAsked({ view: null, what: 'save' })}>Save this view…</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {current?.mine && (
          <Menu position="bottom-end" shadow="md" withinPortal>
            <Menu.Target>
              <ActionIcon size={30} variant="default" aria-label={`Change the view ${current.name}`}>
                <Icon name="more" size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setAsked({ view: current, what: 'change' })}>
                Rename or share…
              </Menu.Item>
              <Menu.Item color="red" onClick={() => setAsked({ view: current, what: 'delete' })}>
                Delete…
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Button.Group>
      {asked?.what === 'save' && <ViewDialog screen={screen} query={query} view={null} onClose={close} />}
      {asked?.what === 'change' && (
        <ViewDialog screen={screen} query={query} view={asked.view} onClose={close} />
      )}
      {asked?.what === 'delete' && asked.view && <DeleteViewDialog view={asked.view} onClose={close} />}
    </>
  );
}
