import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Instance } from '../context.ts';
import { invoiceGroups, invoiceOrders } from '../domain/invoice-list.ts';
import { sortDirections } from '../domain/list-order.ts';
import { isLocalDate, localDate } from '../domain/local-date.ts';
import { isCurrency } from '../domain/money.ts';
import { paymentMethods } from '../domain/payment.ts';
import { paymentGroups, paymentOrders } from '../domain/payment-list.ts';
import { may } from '../domain/permission.ts';
import { exportInvoices } from '../invoices/export-invoices.ts';
import { exportPayments } from '../payments/export-payments.ts';
import { type CsvParts, sendCsv } from './csv.ts';
import { type HttpCtx, httpContext } from './http-context.ts';
import { refuseOtherSites } from './same-origin.ts';

const day = z.string().refine(isLocalDate).transform(localDate).optional();
const text = z.string().max(200).optional();
const direction = z.enum(sortDirections).default('DESCENDING');

/** The words of the lists of the contract, as an address writes them. Others are a mistake, because a download says nothing of it. */
const invoiceQuery = z.strictObject({
  status: z.enum(invoiceGroups).optional(),
  customerId: text,
  currency: z.string().refine(isCurrency).optional(),
  issuedFrom: day,
  issuedTo: day,
  dueFrom: day,
  dueTo: day,
  search: text,
  sort: z.enum(invoiceOrders).default('ISSUE_DATE'),
  direction,
});
const paymentQuery = z.strictObject({
  status: z.enum(paymentGroups).optional(),
  method: z.enum(paymentMethods).optional(),
  customerId: text,
  from: day,
  to: day,
  search: text,
  sort: z.enum(paymentOrders).default('CREATED'),
  direction,
});

/** GET /exports/invoices.csv and /exports/payments.csv, for staff: what the list shows, all of it. */
export async function exportRoutes(app: FastifyInstance, instance: Instance): Promise<void> {
  const route = <Query>(
    name: string,
    query: z.ZodType<Query>,
    parts: (ctx: HttpCtx, query: Query) => Promise<CsvParts>,
  ) =>
    app.get(
      `/exports/${name}.csv`,
      { preHandler: refuseOtherSites(instance.config) },
      async (request, reply) => {
        const ctx = await httpContext(instance, request, reply);
        if (ctx.actor.kind !== 'staff') return refuse(401, 'UNAUTHENTICATED', 'Please sign in.');
        if (!may(ctx.actor.role, 'READ')) return refuse(403, 'FORBIDDEN', 'Your role does not allow this.');
        const read = query.safeParse(request.query);
        if (!read.success) return refuse(400, 'BAD_USER_INPUT', 'The address of this download is wrong.');
        return sendCsv(reply, `${name}-${ctx.today}.csv`, await parts(ctx, read.data));

        function refuse(status: number, code: string, message: string) {
          return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
        }
      },
    );
  route('invoices', invoiceQuery, (ctx, { sort, direction: way, ...filter }) =>
    exportInvoices(ctx, { filter: filter, sort, direction: way }),
  );
  route('payments', paymentQuery, (ctx, { sort, direction: way, ...filter }) =>
    exportPayments(ctx, { filter: filter, sort, direction: way }),
  );
}
