import type { Row } from '../db/entities.ts';
import type { InvoiceContent } from '../domain/invoice.ts';
import { money } from '../graphql/views.ts';
import type { Invoice } from './invoice.entity.ts';

/** Everything that the issued invoice says. */
export const contentOf = (invoice: Pick<Row<Invoice>, 'content'>): InvoiceContent =>
  JSON.parse(invoice.content) as InvoiceContent;

export const invoiceLinesView = (invoice: Row<Invoice>) =>
  contentOf(invoice).lines.map((line) => ({
    description: line.description,
    taxRate: line.taxRate,
    net: money(line.net, invoice.currency),
    tax: money(line.tax, invoice.currency),
    gross: money(line.gross, invoice.currency),
  }));
