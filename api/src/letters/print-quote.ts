import type { LocalDate } from '../domain/local-date.ts';
import { quoteTotals } from '../domain/pricing.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { optionTable } from './option-table.ts';
import { footerOf, pageLabel, printedClient, printedCompany } from './parties.ts';
import { priceTable } from './price-table.ts';
import type { PrintedDocument, PrintedSection, PrintedStatus } from './printed-document.ts';
import { stageTable } from './stage-table.ts';
import { shortDeadline, wording } from './wording.ts';

export type QuoteToPrint = Readonly<{
  /** The day it was approved and sent. */
  issueDate: LocalDate;
  validUntil: LocalDate;
  status: 'OPEN' | 'EXPIRED' | 'ACCEPTED' | 'CANCELED';
  /** How amounts and days are written; the currency is the quote's. */
  locale: string;
}>;

const statuses = {
  OPEN: null,
  EXPIRED: { label: 'Expired', tone: 'BAD' },
  ACCEPTED: { label: 'Accepted', tone: 'GOOD' },
  CANCELED: { label: 'Withdrawn', tone: 'BAD' },
} as const satisfies Record<QuoteToPrint['status'], PrintedStatus | null>;

/** The quote as it was approved, before anybody signed: options are offers, the total is that without them. */
export function printQuote(snapshot: QuoteSnapshot, quote: QuoteToPrint): PrintedDocument {
  const words = wording(quote.locale, snapshot.currency);
  return {
    kind: 'QUOTE',
    language: 'en',
    heading: 'Quote',
    title: snapshot.title,
    number: snapshot.number,
    date: quote.issueDate,
    status: statuses[quote.status],
    company: printedCompany(snapshot.company),
    client: printedClient(snapshot.customer, 'Prepared for'),
    facts: [
      { label: 'Date', value: words.day(quote.issueDate) },
      { label: 'Valid until', value: shortDeadline(quote.validUntil, snapshot.timeZone, words) },
      { label: 'Payment', value: `${snapshot.paymentTermsDays} days after invoice` },
    ],
    highlight: null,
    sections: quoteSections(snapshot, quote.locale),
    footer: footerOf(snapshot.company),
    pageLabel,
  };
}

function quoteSections(snapshot: QuoteSnapshot, locale: string): PrintedSection[] {
  const words = wording(locale, snapshot.currency);
  const totals = quoteTotals(snapshot, []);
  const hasOptions = snapshot.options.length > 0;
  const totalLabel = hasOptions ? 'Total without options' : 'Total';
  const planNote = hasOptions
    ? 'Of the total without options; chosen options are spread over the stages alike.'
    : '';
  const sections: PrintedSection[] = [];
  if (snapshot.scope.length > 0)
    sections.push({ kind: 'TEXT', heading: 'Scope of work', blocks: snapshot.scope });
  sections.push(priceTable(snapshot, { optionIds: [], totals, totalLabel }, words));
  if (hasOptions) sections.push(optionTable(snapshot, words));
  sections.push(stageTable(snapshot, totals, planNote, words));
  if (snapshot.terms.length > 0) sections.push({ kind: 'TEXT', heading: 'Terms', blocks: snapshot.terms });
  return sections;
}
