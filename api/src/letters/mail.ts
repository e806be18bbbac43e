import type { Client, Party } from '../domain/quote-snapshot.ts';
import { mailHtml } from './mail-html.ts';
import { mailText } from './mail-text.ts';
import type { Letter, MailParts } from './mail-parts.ts';
import { oneLine } from './one-line.ts';

const longestSubject = 200;

export function writeMail(parts: MailParts): Letter {
  const clean = cleaned(parts);
  return { subject: shortened(clean.subject), text: mailText(clean), html: mailHtml(clean) };
}

export function greeting(customer: Client): string {
  return `Hello ${customer.contactName.trim() === '' ? customer.name : customer.contactName},`;
}

export function signature(company: Party): string[] {
  return [company.name, ...company.address, company.phone, company.email, company.taxNumber];
}

/** How to ask: each mail says it in the same place. */
export function questions(company: Party): string {
  const phone = company.phone.trim() === '' ? '' : ` or call ${company.phone}`;
  return `Any questions? Just reply to this mail${phone}.`;
}

function cleaned(parts: MailParts): MailParts {
  const lines = (texts: readonly string[]) => texts.map(oneLine).filter((line) => line !== '');
  return {
    subject: oneLine(parts.subject),
    greeting: oneLine(parts.greeting),
    opening: lines(parts.opening),
    facts: parts.facts.map(({ label, value }) => ({ label: oneLine(label), value: oneLine(value) })),
    button: parts.button && { label: oneLine(parts.button.label), url: parts.button.url },
    next: lines(parts.next),
    signature: lines(parts.signature),
  };
}

function shortened(subject: string): string {
  const characters = [...subject];
  return characters.length <= longestSubject
    ? subject
    : `${characters.slice(0, longestSubject - 1).join('')}…`;
}
