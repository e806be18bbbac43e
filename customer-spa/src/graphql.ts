import { cacheExchange, Client, fetchExchange, type CombinedError } from 'urql';

const PATIENCE = 20_000;

export function clientFor(token: string): Client {
  return new Client({
    url: '/graphql',
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: patiently,
    // no cookies: a member of staff who opens a customer's link is that customer here
    fetchOptions: {
      headers: { authorization: `Link ${token}` },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    },
  });
}

/** Why there is no answer, as far as the customer can do something about it. */
export type Fault = 'WRONG_LINK' | 'TOO_OFTEN' | 'NO_ANSWER';

export function faultOf(error: CombinedError): Fault {
  const code = error.graphQLErrors[0]?.extensions.code;
  if (code === 'NOT_FOUND' || code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return 'WRONG_LINK';
  const response: unknown = error.response;
  return response instanceof Response && response.status === 429 ? 'TOO_OFTEN' : 'NO_ANSWER';
}

/** A request on a bad line ends at some time, so that the customer can be told. */
function patiently(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const limit = AbortSignal.timeout(PATIENCE);
  const signal = init?.signal && 'any' in AbortSignal ? AbortSignal.any([init.signal, limit]) : limit;
  return fetch(input, { ...init, signal });
}
