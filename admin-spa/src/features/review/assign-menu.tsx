import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { useSession } from '../../session.ts';
import { Icon } from '../../ui/icons.tsx';

const Colleagues = graphql(`
  query AssignMenu {
    staff {
      id
      name
      permissions
    }
  }
`);

type Props = {
  label: string;
  /** Who has it now; undefined for many items. */
  assigned?: string | null;
  onAssign: (staffId: string | null) => void;
};

/** Those who may settle items; the person at the screen comes first. */
export function AssignMenu({ label, assigned, onAssign }: Props) {
  const { me } = useSession();
  const { data } = useQuery({
    queryKey: ['review', 'colleagues'],
    queryFn: () => request(Colleagues),
    staleTime: 60_000,
  });
  const others = (data?.staff ?? []).filter(
    ({ id, permissions }) => id !== me.id && permissions.includes('SETTLE_REVIEW'),
  );
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<Icon name="customer" size={14} />}
          aria-label={assigned ? `Looked after by ${label}` : label}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={assigned === me.id} onClick={() => onAssign(me.id)}>
          Take it myself
        </Menu.Item>
        {others.map(({ id, name }) => (
          <Menu.Item key={id} disabled={assigned === id} onClick={() => onAssign(id)}>
            {name}
          </Menu.Item>
        ))}
        {assigned !== null && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onAssign(null)}>Nobody in particular</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
