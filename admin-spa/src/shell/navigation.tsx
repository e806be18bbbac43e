import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { graphql } from '../gql/gql.ts';
import { request } from '../graphql.ts';
import { useMay } from '../session.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import styles from './navigation.module.css';

const OpenReviewCount = graphql(`
  query Navigation {
    openReviewCount
  }
`);

/** What is `rare` or `inMenu` stands in the account menu of a narrow screen, where the bar has no room for it. */
type Place = {
  to: NonNullable<LinkProps['to']>;
  icon: IconName;
  label: string;
  short?: string;
  rare?: true;
  inMenu?: true;
};

const places: readonly Place[] = [
  { to: '/', icon: 'attention', label: 'Needs attention', short: 'Attention' },
  { to: '/quotes', icon: 'quote', label: 'Quotes' },
  { to: '/invoices', icon: 'invoice', label: 'Invoices' },
  { to: '/payments', icon: 'payment', label: 'Payments' },
  { to: '/bank', icon: 'bank', label: 'Bank', inMenu: true },
  { to: '/customers', icon: 'customer', label: 'Customers' },
  { to: '/catalogue', icon: 'catalogue', label: 'Catalogue', rare: true },
  { to: '/templates', icon: 'template', label: 'Templates', rare: true },
];

export function Navigation() {
  const manages = useMay('MANAGE_COMPANY');
  return (
    <nav className={styles.navigation} aria-label="Main">
      {places.map(({ to, icon, label, short, rare, inMenu }) => (
        <Link
          key={label}
          to={to}
          className={inMenu ? styles.inMenu : rare && styles.rare}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          <Icon name={icon} />
          <span className={styles.long}>{label}</span>
          <span className={styles.short}>{short ?? label}</span>
          {to === '/' && <Waiting />}
        </Link>
      ))}
      {manages && (
        <Link to="/settings" className={styles.rare}>
          <Icon name="settings" />
          <span>Settings</span>
        </Link>
      )}
    </nav>
  );
}

function Waiting() {
  const { data } = useQuery({
    queryKey: ['review', 'count'],
    queryFn: () => request(OpenReviewCount),
    refetchInterval: 10_000,
  });
  if (!data?.openReviewCount) return null;
  return (
    <span className={styles.count}>
      {data.openReviewCount}
      <span className="unseen"> waiting</span>
    </span>
  );
}
