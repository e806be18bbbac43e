import { graphql } from '../../gql/gql.ts';
import type { CustomerDetailsFragment } from '../../gql/graphql.ts';
import { Instant } from '../../ui/day.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/page.tsx';
import { daysText, language } from '../../ui/words.ts';
import styles from './customer-details.module.css';

graphql(`
  fragment CustomerDetails on Customer {
    email
    phone
    address
    taxNumber
    prefix
    currency
    language
    paymentTermsDays
    createdAt
    accountManager {
      id
      name
    }
    contacts {
      id
      name
      email
      phone
      role
    }
    notes
  }
`);

const isKnown = (tag: string): tag is keyof typeof language => Object.hasOwn(language, tag);

export function CustomerDetails({ customer }: { customer: CustomerDetailsFragment }) {
  const { paymentTermsDays: terms, language: tag } = customer;
  return (
    <>
      <Panel title="Details">
        <Facts
          of={[
            ['E-mail', customer.email && <MailTo key="email" email={customer.email} />],
            ['Telephone', customer.phone && <Call key="phone" phone={customer.phone} />],
            ['Address', customer.address.join('\n')],
            ['Tax number', customer.taxNumber],
            ['Payment terms', terms === null ? 'As the company' : daysText(terms)],
            ['Currency', customer.currency],
            ['Language', isKnown(tag) ? language[tag] : tag],
            ['Prefix', customer.prefix],
            ['Looked after by', customer.accountManager?.name],
            ['Known since', <Instant key="since" at={customer.createdAt} />],
          ]}
        />
      </Panel>
      {customer.contacts.length > 0 && <Contacts contacts={customer.contacts} />}
      {customer.notes !== '' && (
        <Panel title="Notes" aside={<span className="dim">For staff only</span>}>
          <p className={styles.notes}>{customer.notes}</p>
        </Panel>
      )}
    </>
  );
}

function Contacts({ contacts }: Pick<CustomerDetailsFragment, 'contacts'>) {
  return (
    <Panel title="More contacts">
      <ul className={styles.contacts}>
        {contacts.map(({ id, name, role, email, phone }) => (
          <li key={id}>
            <strong>{name}</strong>
            {role && <span className="dim">{role}</span>}
            {email && <MailTo email={email} />}
            {phone && <Call phone={phone} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const MailTo = ({ email }: { email: string }) => <a href={`mailto:${email}`}>{email}</a>;

const Call = ({ phone }: { phone: string }) => (
  <a className="num" href={`tel:${phone.replace(/[^+0-9]/g, '')}`}>
    {phone}
  </a>
);
