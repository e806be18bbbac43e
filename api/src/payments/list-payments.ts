import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { type Instant, instant } from '../db/instant.ts';
import { cursorOf, placeOf } from '../db/ordered.ts';
import { limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import type { SortDirection } from '../domain/list-order.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { PaymentOrder } from '../domain/payment-list.ts';
import { atHour, endOfDay } from '../domain/zone.ts';
import { requirePermission } from '../staff/require.ts';
import { findPayments, orderOf, type PaymentRows } from './find-payments.ts';
import type { Payment } from './payment.entity.ts';

/** The same with days of the company's calendar in the place of instants. */
export type PaymentListFilter = Omit<PaymentRows, 'from' | 'before'> &
  Readonly<{ from?: LocalDate | null | undefined; to?: LocalDate | null | undefined }>;

export type PaymentList = PageRequest & {
  filter?: PaymentListFilter | null | undefined;
  sort?: PaymentOrder | null | undefined;
  direction?: SortDirection | null | undefined;
};

/** Payments, claims and failed tries; those that were begun last are the first unless something else is asked for. */
export async function listPayments(ctx: Ctx, list: PaymentList): Promise<Page<Row<Payment>>> {
  requirePermission(ctx, 'READ');
  const by = list.sort ?? 'CREATED';
  const order = orderOf(by, list.direction ?? 'DESCENDING');
  const places = await findPayments(ctx.db.read, {
    filter: rowsOf(ctx, list.filter ?? {}),
    by,
    order,
    after: placeOf(order, list.after),
    limit: limitOf(list),
  });
  const page = pageOf(places, list, (place) => cursorOf(order, place));
  const items = await Promise.all(page.items.map((place) => ctx.load.payment.load(String(place.at(-1)))));
  return { items, endCursor: page.endCursor };
}

/** The days of the list as instants of the company's zone. */
export function rowsOf({ company }: Ctx, { from, to, ...others }: PaymentListFilter): PaymentRows {
  const zone = company.timeZone;
  const instants: { from?: Instant; before?: Instant } = {
    ...(from == null ? {} : { from: instant(atHour(from, zone, 0)) }),
    ...(to == null ? {} : { before: instant(endOfDay(to, zone)) }),
  };
  return { ...others, ...instants };
}
