import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { AcceptanceToPrint } from './acceptance-to-print.ts';
import { attachmentTables } from './attachment-table.ts';
import { coloursOf } from './colours.ts';
import { footerOf, pageLabel, printedClient, printedCompany } from './parties.ts';
import { priceHighlight } from './price-highlight.ts';
import { type PriceToPrint, priceTables } from './price-table.ts';
import type { PrintedDocument, PrintedSection } from './printed-document.ts';
import { signatureSections } from './signature-sections.ts';
import { daysAfter, stageTables } from './stage-table.ts';
import { scopeSections, taxNoteSections, termsSections } from './text-sections.ts';
import { wording, type Wording } from './wording.ts';

/** The quote with the customer's choice in the price, the signature, and how both can be checked. */
export function printSignedQuote(snapshot: QuoteSnapshot, acceptance: AcceptanceToPrint): PrintedDocument {
  const words = wording(acceptance.locale, snapshot.currency);
  const { choices, price } = acceptance;
  const verb = acceptance.onBehalf === null ? 'Signed' : 'Accepted';
  const shown = { choices, price, totalLabel: 'Total agreed', chosenNote: 'Chosen option' };
  return {
    kind: 'SIGNED_QUOTE',
    language: 'en',
    heading: acceptance.onBehalf === null ? 'Signed quote' : 'Accepted quote',
    title: snapshot.title,
    number: snapshot.number,
    date: acceptance.signedOn,
    status: { label: `${verb} on ${words.day(acceptance.signedOn)}`, tone: 'GOOD' },
    watermark: '',
    colours: coloursOf(snapshot.company.colour),
    logo: acceptance.logo,
    company: printedCompany(snapshot.company),
    client: printedClient(snapshot.customer, 'Agreed with'),
    facts: [
      { label: `${verb} on`, value: words.day(acceptance.signedOn) },
      { label: `${verb} by`, value: acceptance.name },
      { label: 'Payment', value: daysAfter(snapshot.paymentTermsDays) },
    ],
    highlight: priceHighlight(snapshot, shown, words),
    sections: agreedSections(snapshot, acceptance, shown, words),
    footer: footerOf(snapshot.company),
    pageLabel,
  };
}

function agreedSections(
  snapshot: QuoteSnapshot,
  acceptance: AcceptanceToPrint,
  shown: PriceToPrint,
  words: Wording,
): PrintedSection[] {
  const taken = new Set(shown.choices.map(({ optionId }) => optionId));
  const left = snapshot.options.filter(({ id }) => !taken.has(id)).map(({ title }) => title);
  const unchosen = left.length === 0 ? '' : `Options not chosen: ${left.join(', ')}.`;
  const tables = priceTables(snapshot, shown, words);
  return [
    ...scopeSections(snapshot),
    ...tables.map((table, index) =>
      index === tables.length - 1 ? { ...table, note: `${table.note} ${unchosen}`.trim() } : table,
    ),
    ...stageTables(snapshot, shown.price.totals, '', words),
    ...taxNoteSections(snapshot.taxNotes),
    ...termsSections(snapshot),
    ...attachmentTables(snapshot, 'HASH'),
    ...signatureSections(snapshot, acceptance),
  ];
}
