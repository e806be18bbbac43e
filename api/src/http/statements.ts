import type { FastifyInstance } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Instance } from '../context.ts';
import { statementPdf } from '../customers/statements.ts';
import { isGoodAddress } from '../documents/address.ts';
import { httpContext } from './http-context.ts';
import { sendPdf } from './send-pdf.ts';

const minutes = 10;
/** Each is set and printed anew, which takes a tenth of a second of a core. */
const perCustomer = new RateLimiterMemory({ points: 60, duration: minutes * 60 });

type Route = { Params: { customer: string; file: string }; Querystring: { until?: string; proof?: string } };

/** GET /documents/statements/<customer>/<currency>_<from>_<to>.pdf: a statement of account, with an address that the API gave out. */
export async function statementRoute(app: FastifyInstance, instance: Instance): Promise<void> {
  app.get<Route>('/documents/statements/:customer/:file', async (request, reply) => {
    const { customer, file } = request.params;
    const { until, proof } = request.query;
    const name = /^([A-Z]{3}_[\d-]{10}_[\d-]{10})\.pdf$/.exec(file)?.[1] ?? '';
    const ctx = await httpContext(instance, request, reply);
    const isAllowed =
      typeof until === 'string' &&
      typeof proof === 'string' &&
      isGoodAddress(ctx, 'statements', `${customer}/${name}`, Number(until), proof);
    if (isAllowed && (await isTooMany(customer)))
      return reply
        .code(429)
        .header('retry-after', String(minutes * 60))
        .type('text/plain; charset=utf-8')
        .send(`This was opened many times. Please try again in ${minutes} minutes.`);
    const pdf = isAllowed ? await statementPdf(ctx, customer, name) : null;
    if (pdf === null)
      return reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send('This address has expired or is wrong. Please go back and open the document again.');
    return sendPdf(request, reply, pdf);
  });
}

async function isTooMany(customer: string): Promise<boolean> {
  try {
    await perCustomer.consume(customer);
    return false;
  } catch (error) {
    if (error instanceof RateLimiterRes) return true;
    throw error;
  }
}
