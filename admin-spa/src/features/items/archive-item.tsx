import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { useMay } from '../../session.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { useWrite } from '../../write.ts';
import type { KnownItem } from './item-fields.tsx';

const Archive = graphql(`
  mutation ArchiveItem_Archive($input: ArchiveCatalogueItemInput!) {
    archiveCatalogueItem(input: $input) {
      ... on CatalogueItem {
        __typename
        id
      }
      ...Refused
    }
  }
`);

const Restore = graphql(`
  mutation ArchiveItem_Restore($input: RestoreCatalogueItemInput!) {
    restoreCatalogueItem(input: $input) {
      ... on CatalogueItem {
        __typename
        id
      }
      ...Refused
    }
  }
`);

/** Archiving asks no question, because the same button takes it back. */
export function ArchiveItem({ item }: { item: KnownItem }) {
  const navigate = useNavigate();
  const archive = useWrite(Archive, (data) => data.archiveCatalogueItem);
  const restore = useWrite(Restore, (data) => data.restoreCatalogueItem);
  const [write, label, done] = item.archivedAt
    ? [restore, 'Offer it again', `${item.name} is offered again.`]
    : [archive, 'Archive', `${item.name} is archived.`];
  if (!useMay('WRITE_QUOTES')) return null;
  const run = async () => {
    if (!(await write.run({ input: { id: item.id, version: item.version } }))) return;
    notifications.show({ message: done });
    await navigate({ to: '/catalogue', search: item.archivedAt ? {} : { archived: true } });
  };
  return (
    <>
      <FaultNote fault={write.fault} />
      <Button variant="default" loading={write.busy} onClick={() => void run()}>
        {label}
      </Button>
    </>
  );
}
