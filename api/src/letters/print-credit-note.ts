import type { CreditNoteContent } from '../domain/credit-note.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { chargedTable } from './charged-table.ts';
import { paperOf } from './paper.ts';
import { printedClient } from './parties.ts';
import type { PrintedDocument } from './printed-document.ts';
import { plainSections, taxNoteSections } from './text-sections.ts';
import { wording } from './wording.ts';

type CreditNoteToPrint = Readonly<{
  number: string;
  issueDate: LocalDate;
  locale: string;
  logo: Uint8Array | null;
}>;

/** The correction of an invoice, which itself stays as it was issued. */
export function printCreditNote(content: CreditNoteContent, note: CreditNoteToPrint): PrintedDocument {
  const words = wording(content.customer.language, note.locale, content.currency);
  const { credit: say, labels } = words.say;
  return {
    ...paperOf(content.company, note.logo, words),
    kind: 'CREDIT_NOTE',
    heading: say.heading,
    title: content.subject,
    number: note.number,
    date: note.issueDate,
    client: printedClient(content.customer, say.creditedTo),
    facts: [
      { label: labels.issuedOn, value: words.day(note.issueDate) },
      { label: labels.invoice, value: `${content.invoiceNumber}\n${words.day(content.invoiceDate)}` },
    ],
    highlight: {
      label: say.credited,
      value: words.amount(content.totals.gross),
      note: say.for(content.invoiceNumber),
    },
    sections: [
      chargedTable(content, say.whatFor, words),
      ...plainSections(say.reason, [content.reason]),
      ...taxNoteSections(content.taxNotes, words),
    ],
  };
}
