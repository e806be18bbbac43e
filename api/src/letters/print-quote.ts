import type { LocalDate } from '../domain/local-date.ts';
import { initialChoices } from '../domain/options.ts';
import { quotePrice } from '../domain/pricing.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { attachmentTables } from './attachment-table.ts';
import { coloursOf } from './colours.ts';
import { optionTable } from './option-table.ts';
import { footerOf, pageLabel, printedClient, printedCompany } from './parties.ts';
import { priceHighlight } from './price-highlight.ts';
import { type PriceToPrint, priceTables } from './price-table.ts';
import type { PrintedDocument, PrintedSection } from './printed-document.ts';
import { daysAfter, stageTables } from './stage-table.ts';
import { scopeSections, taxNoteSections, termsSections } from './text-sections.ts';
import { shortDeadline, type Wording, wording } from './wording.ts';

export type QuoteToPrint = Readonly<{
  /** The day it was approved and sent; of a draft, today. */
  issueDate: LocalDate;
  validUntil: LocalDate;
  /** What nobody has approved carries the word across every page. */
  isDraft: boolean;
  /** How amounts and days are written; the currency is the quote's. */
  locale: string;
  logo: Uint8Array | null;
}>;

/** The quote before anybody signed: its total is that of the choice that the customer's page starts with. */
export function printQuote(snapshot: QuoteSnapshot, quote: QuoteToPrint): PrintedDocument {
  const words = wording(quote.locale, snapshot.currency);
  const shown = startingPrice(snapshot);
  const until = shortDeadline(quote.validUntil, snapshot.timeZone, words);
  return {
    kind: 'QUOTE',
    language: 'en',
    heading: 'Quote',
    title: snapshot.title,
    number: quote.isDraft ? 'Draft' : snapshot.number,
    date: quote.issueDate,
    status: quote.isDraft ? { label: 'Draft, not sent', tone: 'NEUTRAL' } : null,
    watermark: quote.isDraft ? 'DRAFT' : '',
    colours: coloursOf(snapshot.company.colour),
    logo: quote.logo,
    company: printedCompany(snapshot.company),
    client: printedClient(snapshot.customer, 'Prepared for'),
    facts: [
      { label: 'Date', value: words.day(quote.issueDate) },
      { label: 'Valid until', value: until },
      { label: 'Payment', value: daysAfter(snapshot.paymentTermsDays) },
    ],
    highlight: priceHighlight(snapshot, shown, words),
    sections: quoteSections(snapshot, shown, words),
    footer: footerOf(snapshot.company),
    pageLabel,
  };
}

function startingPrice(snapshot: QuoteSnapshot): PriceToPrint {
  const choices = initialChoices(snapshot);
  const options = choices.length > 0 ? 'Total as it stands' : 'Total without options';
  return {
    choices,
    price: quotePrice(snapshot, choices),
    totalLabel: snapshot.options.length === 0 ? 'Total' : options,
    chosenNote: 'Option, chosen to begin with',
  };
}

function quoteSections(snapshot: QuoteSnapshot, shown: PriceToPrint, words: Wording): PrintedSection[] {
  const hasOptions = snapshot.options.length > 0;
  const planNote = hasOptions
    ? 'Of the total above; the plan follows your choice of options in the same way.'
    : '';
  return [
    ...scopeSections(snapshot),
    ...priceTables(snapshot, shown, words),
    ...(hasOptions ? [optionTable(snapshot, words)] : []),
    ...stageTables(snapshot, shown.price.totals, planNote, words),
    ...taxNoteSections(snapshot.taxNotes),
    ...termsSections(snapshot),
    ...attachmentTables(snapshot, 'SIZE'),
  ];
}
