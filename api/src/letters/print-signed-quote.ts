import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { AcceptanceToPrint } from './acceptance-to-print.ts';
import { footerOf, pageLabel, printedClient, printedCompany } from './parties.ts';
import { priceTable } from './price-table.ts';
import type { PrintedDocument, PrintedSection } from './printed-document.ts';
import { signatureSections } from './signature-sections.ts';
import { stageTable } from './stage-table.ts';
import { wording, type Wording } from './wording.ts';

/** The quote with the customer's choice in the price, the signature, and how both can be checked. */
export function printSignedQuote(snapshot: QuoteSnapshot, acceptance: AcceptanceToPrint): PrintedDocument {
  const words = wording(acceptance.locale, snapshot.currency);
  return {
    kind: 'SIGNED_QUOTE',
    language: 'en',
    heading: 'Signed quote',
    title: snapshot.title,
    number: snapshot.number,
    date: acceptance.signedOn,
    status: { label: `Signed on ${words.day(acceptance.signedOn)}`, tone: 'GOOD' },
    company: printedCompany(snapshot.company),
    client: printedClient(snapshot.customer, 'Agreed with'),
    facts: [
      { label: 'Signed on', value: words.day(acceptance.signedOn) },
      { label: 'Signed by', value: acceptance.name },
      { label: 'Payment', value: `${snapshot.paymentTermsDays} days after invoice` },
    ],
    highlight: null,
    sections: agreedSections(snapshot, acceptance, words),
    footer: footerOf(snapshot.company),
    pageLabel,
  };
}

function agreedSections(
  snapshot: QuoteSnapshot,
  acceptance: AcceptanceToPrint,
  words: Wording,
): PrintedSection[] {
  const { optionIds, totals } = acceptance;
  const left = snapshot.options
    .filter((option) => !optionIds.includes(option.id))
    .map((option) => option.title);
  const table = priceTable(snapshot, { optionIds, totals, totalLabel: 'Total agreed' }, words);
  const unchosen = left.length === 0 ? '' : `Options not chosen: ${left.join(', ')}.`;
  const note = [table.note, unchosen].filter((sentence) => sentence !== '').join(' ');
  const sections: PrintedSection[] = [];
  if (snapshot.scope.length > 0)
    sections.push({ kind: 'TEXT', heading: 'Scope of work', blocks: snapshot.scope });
  sections.push({ ...table, note }, stageTable(snapshot, totals, '', words));
  if (snapshot.terms.length > 0) sections.push({ kind: 'TEXT', heading: 'Terms', blocks: snapshot.terms });
  sections.push(...signatureSections(snapshot, acceptance));
  return sections;
}
