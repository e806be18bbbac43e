import { cacheExchange, Client, makeErrorResult, makeResult, stringifyDocument } from 'urql';
import type { CombinedError, Exchange, Operation, OperationResult } from 'urql';
import { filter, make, mergeMap, pipe, takeUntil } from 'wonka';

const PATIENCE = 20_000;

/**
 * For a private link; without one for a member of staff who looks at a preview with the session of the office, and for
 * whoever has no link. `onAnswer` hears of every answer that has something in it.
 */
export function clientFor(token: string | null, onAnswer?: (client: Client) => void): Client {
  const client = new Client({
    url: '/graphql',
    exchanges: [cacheExchange, asking(token, () => onAnswer?.(client))],
    requestPolicy: 'cache-and-network',
  });
  return client;
}

/** One POST for one operation. urql's own exchange also knows streams, uploads and subscriptions, which weigh 2 kB. */
const asking =
  (token: string | null, onAnswer: () => void): Exchange =>
  () =>
  (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind !== 'teardown'),
      mergeMap((operation) =>
        pipe(
          answerTo(operation, token, onAnswer),
          takeUntil(
            pipe(
              operations,
              filter(({ kind, key }) => kind === 'teardown' && key === operation.key),
            ),
          ),
        ),
      ),
    );

/** A component asks, lets go and asks again while it is drawn first, so nothing is sent before the dust has settled. */
const answerTo = (operation: Operation, token: string | null, onAnswer: () => void) =>
  make<OperationResult>(({ next, complete }) => {
    let isWanted = true;
    void Promise.resolve().then(async () => {
      if (!isWanted) return;
      const result = await ask(operation, token);
      next(result);
      complete();
      if (result.data) onAnswer();
    });
    return () => {
      isWanted = false;
    };
  });

async function ask(operation: Operation, token: string | null): Promise<OperationResult> {
  let response: Response | undefined;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Link ${token}` }) },
      // no cookies with a link: a member of staff who opens a customer's link is that customer here
      credentials: token === null ? 'same-origin' : 'omit',
      referrerPolicy: 'no-referrer',
      // a request on a bad line ends at some time, so that the customer can be told
      signal: AbortSignal.timeout(PATIENCE),
      body: JSON.stringify({ query: stringifyDocument(operation.query), variables: operation.variables }),
    });
    return makeResult(operation, await response.json(), response);
  } catch (error) {
    return makeErrorResult(operation, error instanceof Error ? error : new Error('no answer'), response);
  }
}

/** Why there is no answer, as far as the customer can do something about it. */
export type Fault = 'WRONG_LINK' | 'TOO_OFTEN' | 'NO_ANSWER';

export function faultOf(error: CombinedError): Fault {
  const code = error.graphQLErrors[0]?.extensions.code;
  if (code === 'NOT_FOUND' || code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return 'WRONG_LINK';
  const response: unknown = error.response;
  return response instanceof Response && response.status === 429 ? 'TOO_OFTEN' : 'NO_ANSWER';
}
