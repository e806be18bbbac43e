import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { CustomerScreenQuery } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { MailHistory } from '../../mails/mail-history.tsx';
import { Instant } from '../../ui/day.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Note } from '../../ui/note.tsx';
import { PageHead } from '../../ui/page.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { Status } from '../../ui/status.tsx';
import { CreditPanel } from './credit-panel.tsx';
import { CustomerActions } from './customer-actions.tsx';
import { DataActions } from './data-actions.tsx';
import { ErasureNote } from './erasure-note.tsx';
import { CustomerDetails } from './customer-details.tsx';
import { CustomerInvoices } from './customer-invoices.tsx';
import { CustomerQuotes } from './customer-quotes.tsx';
import styles from './customer-screen.module.css';
import { StatementPanel } from './statement-panel.tsx';
import { useCustomerSteps } from './customer-steps.ts';

const Customer = graphql(`
  query CustomerScreen($id: ID!) {
    customer(id: $id) {
      id
      version
      name
      contactName
      archivedAt
      invoiceHold
      ...CustomerCredit
      ...CustomerDetails
      ...CustomerErasure
      quotes {
        ...CustomerQuote
      }
      invoices {
        ...CustomerInvoice
      }
      mails {
        ...MailInHistory
      }
    }
  }
`);

export function CustomerScreen() {
  const { customerId } = useParams({ from: '/inside/customers/$customerId' });
  const [leaving, setLeaving] = useState(false);
  const read = useQuery({
    queryKey: ['customer', customerId],
    queryFn: async () => (await request(Customer, { id: customerId })).customer,
    enabled: !leaving,
  });
  return (
    <div>
      <Loaded read={read}>{(customer) => <Known customer={customer} onLeave={setLeaving} />}</Loaded>
    </div>
  );
}

type Props = { customer: CustomerScreenQuery['customer']; onLeave: (leaving: boolean) => void };

function Known({ customer, onLeave }: Props) {
  const steps = useCustomerSteps(customer);
  const { name, archivedAt, quotes, invoices } = customer;
  const isLinked = quotes.length + invoices.length > 0;
  return (
    <>
      <PageHead
        title={name}
        above={<Link to="/customers">Customers</Link>}
        lead={customer.contactName}
        status={<Standing customer={customer} />}
        actions={
          customer.erasure === null ? (
            <CustomerActions customer={{ ...customer, isLinked }} steps={steps} onLeave={onLeave} />
          ) : (
            <DataActions customer={customer} />
          )
        }
      />
      <div className={styles.notes}>
        <RefusalNote refusal={steps.refusal} />
        <FaultNote fault={steps.fault} />
        <ErasureNote erasure={customer.erasure} />
        {archivedAt !== null && (
          <Note tone="calm" title="This customer is archived">
            Since <Instant at={archivedAt} />: out of the list, and without new quotes. What is under way goes
            on.
          </Note>
        )}
        {customer.invoiceHold !== '' && (
          <Note tone="warn" title="Every invoice has to be approved first">
            {customer.invoiceHold}
          </Note>
        )}
      </div>
      <div className="split">
        <div>
          <CustomerQuotes quotes={quotes} />
          <CustomerInvoices invoices={invoices} />
          <CreditPanel customer={customer} />
        </div>
        <div>
          <CustomerDetails customer={customer} />
          {invoices.length > 0 && <StatementPanel customerId={customer.id} />}
          {customer.mails.length > 0 && <MailHistory mails={customer.mails} none="No mail yet." />}
        </div>
      </div>
    </>
  );
}

/** The strongest word about the customer, beside their name. */
function Standing({ customer: { erasure, archivedAt } }: Pick<Props, 'customer'>) {
  if (erasure !== null)
    return <Status tone="warn">{erasure.outcome === 'ERASED' ? 'Erased' : 'Restricted'}</Status>;
  return archivedAt !== null && <Status tone="calm">Archived</Status>;
}
