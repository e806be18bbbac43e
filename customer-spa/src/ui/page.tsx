import { useLayoutEffect, type ReactNode } from 'react';
import { graphql } from '../gql/gql.ts';
import type { Company_ContactFragment } from '../gql/graphql.ts';
import { brandColours } from './brand-colours.ts';

graphql(`
  fragment Company_Contact on PortalCompany {
    name
    address
    email
    phone
    taxNumber
    taxLabel
    colour
    logoUrl
  }
`);

type Company = Company_ContactFragment;

/**
 * What frames every document: who sends it on top, whom to ask at the bottom, always in the same place. `label` tells the
 * document from what stands around it, where something does.
 */
export function Page({
  company,
  label,
  children,
}: {
  company: Company;
  label?: string;
  children: ReactNode;
}) {
  // before anything is painted, so that no colour changes under the reader's eyes
  useLayoutEffect(() => dress(company.colour), [company.colour]);
  return (
    <div className="page">
      <header className="masthead">
        {company.logoUrl ? (
          <img className="logo" src={company.logoUrl} alt={company.name} />
        ) : (
          <p className="sender">{company.name}</p>
        )}
      </header>
      <main aria-label={label}>{children}</main>
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

function dress(colour: string): void {
  for (const [time, colours] of Object.entries(brandColours(colour) ?? {}))
    for (const [name, value] of Object.entries(colours))
      document.documentElement.style.setProperty(`--${time}-${name}`, value);
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
