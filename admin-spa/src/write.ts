import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from './gql/gql.ts';
import type { RefusedFragment, TypedDocumentString } from './gql/graphql.ts';
import { Fault, request } from './graphql.ts';

graphql(`
  fragment Refused on Refusal {
    __typename
    code
    message
    field
  }
`);

type Outcome = { __typename: string } | boolean;
type Done<Result> = Exclude<Result, { __typename: 'Refusal' }>;

export type Write<Variables, Result> = {
  /** Gives the new record, or null when it was refused or failed; the reason is then in `refusal` or `fault`. */
  run: (variables: Variables) => Promise<Result | null>;
  busy: boolean;
  refusal: RefusedFragment | null;
  fault: Fault | null;
  clear: () => void;
};

const isRefused = (outcome: Outcome | undefined): outcome is RefusedFragment =>
  typeof outcome === 'object' && outcome.__typename === 'Refusal';

const isDone = <Result extends Outcome>(outcome: Result): outcome is Done<Result> => !isRefused(outcome);

/**
 * One write. Nothing on the screen changes before the server has answered; then everything that is on it is read
 * again, and `busy` lasts until it is, so that no button shows the state of before.
 */
export function useWrite<Data, Variables, Result extends Outcome>(
  document: TypedDocumentString<Data, Variables>,
  outcomeIn: (data: Data) => Result,
): Write<Variables, Done<Result>> {
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: async (variables: Variables) => outcomeIn(await request(document, variables)),
    onSettled: () => queries.invalidateQueries(),
  });
  const { data, error } = mutation;
  return {
    run: async (variables) => {
      const outcome = await mutation.mutateAsync(variables).catch(() => null);
      return outcome !== null && isDone(outcome) ? outcome : null;
    },
    busy: mutation.isPending,
    refusal: isRefused(data) ? data : null,
    fault: error instanceof Fault ? error : error && new Fault('INTERNAL_SERVER_ERROR', error.message),
    clear: mutation.reset,
  };
}
