import type { Client, Party } from '../domain/quote-snapshot.ts';
import type { PrintedParty } from './printed-document.ts';

const filled = (lines: readonly string[]) => lines.filter((line) => line.trim() !== '');

export function printedCompany(company: Party, label: string): PrintedParty {
  const lines = filled([...company.address, company.phone, company.email, company.taxNumber]);
  return { label, name: company.name, lines };
}

export function printedClient(client: Client, label: string): PrintedParty {
  // A private customer is their own contact; the name need not stand there twice.
  const contact = client.contactName === client.name ? '' : client.contactName;
  return {
    label,
    name: client.name,
    lines: filled([contact, ...client.address, client.email, client.taxNumber]),
  };
}

export function footerOf(company: Party): string[] {
  return filled([company.name, company.taxNumber, company.email]);
}
