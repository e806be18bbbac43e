import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Fault } from './graphql.ts';

/** Faults that a second try cannot change. */
const final = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'CONFLICT']);

/** Reads are kept and shown at once, then read again; nothing is ever written ahead of the server's answer. */
export function createQueries(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof Fault && error.code === 'UNAUTHENTICATED') onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => count < 1 && !(error instanceof Fault && final.has(error.code)),
        retryDelay: 800,
      },
    },
  });
}
