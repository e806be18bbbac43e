import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { graphql } from '../../gql/gql.ts';
import type { TemplateCardFragment } from '../../gql/graphql.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWrite } from '../../write.ts';

const Archive = graphql(`
  mutation TemplateMenu_Archive($input: ArchiveTemplateInput!) {
    archiveTemplate(input: $input) {
      ... on QuoteTemplate {
        __typename
        id
      }
      ...Refused
    }
  }
`);

const Restore = graphql(`
  mutation TemplateMenu_Restore($input: RestoreTemplateInput!) {
    restoreTemplate(input: $input) {
      ... on QuoteTemplate {
        __typename
        id
      }
      ...Refused
    }
  }
`);

type Props = { template: TemplateCardFragment; onRename: () => void };

export function TemplateMenu({ template, onRename }: Props) {
  const { id, version, name, archivedAt } = template;
  const archive = useWrite(Archive, (data) => data.archiveTemplate);
  const restore = useWrite(Restore, (data) => data.restoreTemplate);
  const run = async () => {
    const done = await (archivedAt ? restore : archive).run({ input: { id, version } });
    const said = archivedAt ? `${name} is offered again.` : `${name} is archived.`;
    notifications.show({
      message: done ? said : 'That did not work. Look at the template again, and try once more.',
    });
  };
  return (
    <Menu position="bottom-end" shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`More for ${name}`}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onRename}>Rename…</Menu.Item>
        <Menu.Item onClick={() => void run()}>{archivedAt ? 'Offer it again' : 'Archive'}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
