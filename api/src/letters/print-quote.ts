import type { LocalDate } from '../domain/local-date.ts';
import { initialChoices } from '../domain/options.ts';
import { quotePrice } from '../domain/pricing.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { changeFacts } from './change-facts.ts';
import { attachmentTables } from './attachment-table.ts';
import { optionTable } from './option-table.ts';
import { paperOf } from './paper.ts';
import { printedClient } from './parties.ts';
import { priceHighlight } from './price-highlight.ts';
import { type PriceToPrint, priceTables } from './price-table.ts';
import type { PrintedDocument, PrintedSection } from './printed-document.ts';
import { stageTables } from './stage-table.ts';
import { startingTotalLabel } from './starting-total.ts';
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
  const words = wording(snapshot.customer.language, quote.locale, snapshot.currency);
  const { quote: say, labels } = words.say;
  const shown = startingPrice(snapshot, words);
  const until = shortDeadline(quote.validUntil, snapshot.timeZone, words);
  return {
    ...paperOf(snapshot.company, quote.logo, words),
    kind: 'QUOTE',
    heading: say.heading,
    title: snapshot.title,
    number: quote.isDraft ? say.draft : snapshot.number,
    date: quote.issueDate,
    status: quote.isDraft ? { label: say.draftStatus, tone: 'NEUTRAL' } : null,
    watermark: quote.isDraft ? say.watermark : '',
    client: printedClient(snapshot.customer, labels.preparedFor),
    facts: [
      { label: labels.date, value: words.day(quote.issueDate) },
      { label: labels.validUntil, value: until },
      { label: labels.payment, value: words.say.daysAfter(snapshot.paymentTermsDays) },
      ...changeFacts(snapshot, shown.price.totals.gross, words),
    ],
    highlight: priceHighlight(snapshot, shown, words),
    sections: quoteSections(snapshot, shown, words),
  };
}

function startingPrice(snapshot: QuoteSnapshot, words: Wording): PriceToPrint {
  const choices = initialChoices(snapshot);
  return {
    choices,
    price: quotePrice(snapshot, choices),
    totalLabel: startingTotalLabel(snapshot, choices, words),
    chosenNote: words.say.price.chosenAtFirst,
  };
}

function quoteSections(snapshot: QuoteSnapshot, shown: PriceToPrint, words: Wording): PrintedSection[] {
  const hasOptions = snapshot.options.length > 0;
  const planNote = hasOptions ? words.say.stages.followsChoice : '';
  return [
    ...scopeSections(snapshot, words),
    ...priceTables(snapshot, shown, words),
    ...(hasOptions ? [optionTable(snapshot, words)] : []),
    ...stageTables(snapshot, shown.price.totals, planNote, words),
    ...taxNoteSections(snapshot.taxNotes, words),
    ...termsSections(snapshot, words),
    ...attachmentTables(snapshot, 'SIZE', words),
  ];
}
