import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { graphql } from '../gql/gql.ts';
import { sessionQuery, useMay, useSession } from '../session.ts';
import { Icon } from '../ui/icons.tsx';
import { role } from '../ui/words.ts';
import { useWrite } from '../write.ts';
import styles from './account-menu.module.css';

const SignOut = graphql(`
  mutation AccountMenu_SignOut {
    signOut
  }
`);

const SignOutEverywhere = graphql(`
  mutation AccountMenu_SignOutEverywhere {
    signOutEverywhere
  }
`);

const schemes: readonly [MantineColorScheme, string][] = [
  ['auto', 'Like the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

export function AccountMenu() {
  const { me } = useSession();
  const manages = useMay('MANAGE_COMPANY');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu
      position="top-start"
      width={230}
      shadow="md"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton className={styles.target}>
          <span className={styles.face} aria-hidden="true">
            {me.name.slice(0, 1).toUpperCase()}
          </span>
          <span className="unseen">Account of </span>
          <span className={styles.name}>
            <strong>{me.name}</strong>
            <span className="dim">{role[me.role]}</span>
          </span>
          <Icon name="account" size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.email}</Menu.Label>
        <Menu.Item component={Link} to="/bank" className={styles.elsewhere}>
          Bank
        </Menu.Item>
        <Menu.Item component={Link} to="/catalogue" className={styles.elsewhere}>
          Catalogue
        </Menu.Item>
        <Menu.Item component={Link} to="/templates" className={styles.elsewhere}>
          Templates
        </Menu.Item>
        {manages && (
          <Menu.Item component={Link} to="/settings">
            Settings
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        {schemes.map(([scheme, label]) => (
          <Menu.Item
            key={scheme}
            closeMenuOnClick={false}
            aria-current={colorScheme === scheme}
            rightSection={colorScheme === scheme ? '✓' : null}
            onClick={() => setColorScheme(scheme)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <SignOuts />
      </Menu.Dropdown>
    </Menu>
  );
}

function SignOuts() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const here = useWrite(SignOut, (data) => data.signOut);
  const everywhere = useWrite(SignOutEverywhere, (data) => data.signOutEverywhere);
  const leave = async (done: Promise<boolean | null>) => {
    if ((await done) === null) {
      // the menu is gone by then; a session that was over already leads away by itself
      if (queries.getQueryData(sessionQuery.queryKey) !== null)
        notifications.show({ message: 'That did not work: you are still signed in. Please try again.' });
      return;
    }
    await navigate({ to: '/sign-in' });
    // what the next person at this screen must not see
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, null);
  };
  return (
    <>
      <Menu.Item onClick={() => void leave(here.run({}))}>Sign out</Menu.Item>
      <Menu.Item onClick={() => void leave(everywhere.run({}))}>Sign out everywhere</Menu.Item>
    </>
  );
}
