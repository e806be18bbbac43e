import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { cursorOf, placeOf } from '../db/ordered.ts';
import { limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import type { InvoiceOrder } from '../domain/invoice-list.ts';
import type { SortDirection } from '../domain/list-order.ts';
import { requirePermission } from '../staff/require.ts';
import { findInvoices } from './find-invoices.ts';
import type { InvoiceListFilter } from './invoice-filter.ts';
import { orderOf } from './invoice-order.ts';
import type { Invoice } from './invoice.entity.ts';

export type InvoiceList = PageRequest & {
  filter?: InvoiceListFilter | null | undefined;
  sort?: InvoiceOrder | null | undefined;
  direction?: SortDirection | null | undefined;
};

/** Invoices in the order that was asked for, the newest first when none was. */
export async function listInvoices(ctx: Ctx, list: InvoiceList): Promise<Page<Row<Invoice>>> {
  requirePermission(ctx, 'READ');
  const by = list.sort ?? 'ISSUE_DATE';
  const order = orderOf(by, list.direction ?? 'DESCENDING');
  const places = await findInvoices(ctx.db.read, {
    filter: list.filter ?? {},
    by,
    order,
    after: placeOf(order, list.after),
    limit: limitOf(list),
    today: ctx.today,
  });
  const page = pageOf(places, list, (place) => cursorOf(order, place));
  const items = await Promise.all(page.items.map((place) => ctx.load.invoice.load(idOf(place))));
  return { items, endCursor: page.endCursor };
}

const idOf = (place: readonly (string | number)[]): string => String(place.at(-1));
