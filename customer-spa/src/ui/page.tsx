import type { ReactNode } from 'react';
import { graphql } from '../gql/gql.ts';
import type { Company_ContactFragment } from '../gql/graphql.ts';

graphql(`
  fragment Company_Contact on PortalCompany {
    name
    address
    email
    phone
    taxNumber
    taxLabel
  }
`);

type Company = Company_ContactFragment;

/** What frames every document: who sends it on top, whom to ask at the bottom, always in the same place. */
export function Page({ company, children }: { company: Company; children: ReactNode }) {
  return (
    <div className="page">
      <header className="masthead">
        <p className="sender">{company.name}</p>
      </header>
      <main>{children}</main>
      <footer className="contact">
        <p>
          <strong>Questions?</strong> <ContactLinks company={company} />
        </p>
        <p className="fine">
          {[company.name, ...company.address, company.taxNumber].filter(Boolean).join(' · ')}
        </p>
      </footer>
    </div>
  );
}

export function ContactLinks({ company, subject }: { company: Company; subject?: string }) {
  const query = subject ? `?subject=${encodeURIComponent(subject)}` : '';
  return (
    <span className="links">
      <a href={`mailto:${company.email}${query}`}>{company.email}</a>
      {company.phone && <a href={`tel:${company.phone.replace(/[^\d+]/g, '')}`}>{company.phone}</a>}
    </span>
  );
}
