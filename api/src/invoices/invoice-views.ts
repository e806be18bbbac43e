import type { Row } from '../db/entities.ts';
import type { InvoiceContent } from '../domain/invoice.ts';
import { discountView, money, moneyOrNull, totalsView } from '../graphql/views.ts';
import { sha256 } from '../sha256.ts';
import type { Invoice } from './invoice.entity.ts';

/** Everything that the issued invoice says. */
export const contentOf = (invoice: Pick<Row<Invoice>, 'content'>): InvoiceContent =>
  JSON.parse(invoice.content) as InvoiceContent;

export const invoiceLinesView = (invoice: Row<Invoice>) =>
  contentOf(invoice).lines.map((line) => ({
    description: line.description,
    quantity: line.quantity,
    unit: line.unit,
    unitPrice: moneyOrNull(line.unitPrice, invoice.currency),
    discount: discountView(line.discount, invoice.currency),
    taxTreatment: line.taxTreatment,
    taxRate: line.taxRate,
    net: money(line.net, invoice.currency),
    tax: money(line.tax, invoice.currency),
    gross: money(line.gross, invoice.currency),
  }));

/** Names what the invoice says now, so that nobody approves what another person has just changed. */
export const contentHash = (invoice: Pick<Row<Invoice>, 'content'>): string => sha256(invoice.content);

export const earlierView = (invoice: Row<Invoice>) =>
  contentOf(invoice).earlier.map(({ totals, creditNotes, ...earlier }) => ({
    ...earlier,
    totals: totalsView(totals, invoice.currency),
    creditNotes: creditNotes.map((note) => ({ ...note, totals: totalsView(note.totals, invoice.currency) })),
  }));
