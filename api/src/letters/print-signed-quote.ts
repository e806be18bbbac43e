import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { AcceptanceToPrint } from './acceptance-to-print.ts';
import { changeFacts } from './change-facts.ts';
import { attachmentTables } from './attachment-table.ts';
import { paperOf } from './paper.ts';
import { printedClient } from './parties.ts';
import { priceHighlight } from './price-highlight.ts';
import { type PriceToPrint, priceTables } from './price-table.ts';
import type { PrintedDocument, PrintedSection } from './printed-document.ts';
import { signatureSections } from './signature-sections.ts';
import { stageTables } from './stage-table.ts';
import { scopeSections, taxNoteSections, termsSections } from './text-sections.ts';
import { wording, type Wording } from './wording.ts';

/** The quote with the customer's choice in the price, the signature, and how both can be checked. */
export function printSignedQuote(snapshot: QuoteSnapshot, acceptance: AcceptanceToPrint): PrintedDocument {
  const words = wording(snapshot.customer.language, acceptance.locale, snapshot.currency);
  const { quote: say, labels, price: priced } = words.say;
  const { choices, price } = acceptance;
  const isSigned = acceptance.onBehalf === null;
  const shown = { choices, price, totalLabel: labels.totalAgreed, chosenNote: priced.chosenOption };
  const day = words.day(acceptance.signedOn);
  return {
    ...paperOf(snapshot.company, acceptance.logo, words),
    kind: 'SIGNED_QUOTE',
    heading: isSigned ? say.signedHeading : say.acceptedHeading,
    title: snapshot.title,
    number: snapshot.number,
    date: acceptance.signedOn,
    status: { label: isSigned ? say.signedOn(day) : say.acceptedOn(day), tone: 'GOOD' },
    client: printedClient(snapshot.customer, labels.agreedWith),
    facts: [
      { label: isSigned ? labels.signedOn : labels.acceptedOn, value: day },
      { label: isSigned ? labels.signedBy : labels.acceptedBy, value: acceptance.name },
      { label: labels.payment, value: words.say.daysAfter(snapshot.paymentTermsDays) },
      ...changeFacts(snapshot, price.totals.gross, words),
    ],
    highlight: priceHighlight(snapshot, shown, words),
    sections: agreedSections(snapshot, acceptance, shown, words),
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
  const unchosen = left.length === 0 ? '' : words.say.price.notChosen(left.join(', '));
  const tables = priceTables(snapshot, shown, words);
  return [
    ...scopeSections(snapshot, words),
    ...tables.map((table, index) =>
      index === tables.length - 1 ? { ...table, note: `${table.note} ${unchosen}`.trim() } : table,
    ),
    ...stageTables(snapshot, shown.price.totals, '', words),
    ...taxNoteSections(snapshot.taxNotes, words),
    ...termsSections(snapshot, words),
    ...attachmentTables(snapshot, 'HASH', words),
    ...signatureSections(snapshot, acceptance, words),
  ];
}
