import type { Company } from './steps.ts';

/** An answer as a stranger sees it: everything but what differs from request to request by itself. */
export type Seen = { status: number; body: string; headers: Record<string, unknown> };

/** A question to /graphql from this address of the network, with this whole Authorization header. */
export async function askFrom(
  { app }: Company,
  remoteAddress: string,
  authorization: string,
  query = '{ portalQuote { number } }',
): Promise<Seen> {
  const response = await app.server.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress,
    headers: { 'content-type': 'application/json', authorization },
    payload: { query },
  });
  const { 'x-request-id': _id, date: _date, ...headers } = response.headers;
  return { status: response.statusCode, body: response.body, headers };
}

/** Another address each time, none of them a neighbour of another. */
export const addressOf = (at: number): string => `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;
