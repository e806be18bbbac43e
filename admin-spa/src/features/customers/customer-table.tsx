import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { CustomerRowFragment } from '../../gql/graphql.ts';
import { RecordTable, type Column } from '../../ui/record-table.tsx';

graphql(`
  fragment CustomerRow on Customer {
    id
    name
    contactName
    email
    phone
    prefix
    accountManager {
      id
      name
    }
  }
`);

const columns: readonly Column<CustomerRowFragment>[] = [
  {
    title: 'Customer',
    lead: true,
    cell: (customer) => (
      <Link to="/customers/$customerId" params={{ customerId: customer.id }}>
        {customer.name}
      </Link>
    ),
  },
  { title: 'Contact', cell: (customer) => customer.contactName || '–' },
  { title: 'E-mail', cell: (customer) => customer.email },
  {
    title: 'Telephone',
    wide: true,
    cell: (customer) => <span className="num">{customer.phone || '–'}</span>,
  },
  { title: 'Looked after by', wide: true, cell: (customer) => customer.accountManager?.name ?? '–' },
  { title: 'Prefix', cell: (customer) => <span className="num">{customer.prefix}</span> },
];

export function CustomerTable({ customers }: { customers: readonly CustomerRowFragment[] }) {
  return (
    <RecordTable
      caption="Customers by name"
      columns={columns}
      rows={customers}
      keyOf={(customer) => customer.id}
    />
  );
}
