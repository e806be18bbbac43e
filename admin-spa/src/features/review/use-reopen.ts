import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';

const Reopen = graphql(`
  mutation UseReopen($input: ReopenReviewItemInput!) {
    reopenReviewItem(input: $input) {
      ... on ReviewItem {
        __typename
        id
      }
      ...Refused
    }
  }
`);

/** Takes settlements back. The card that asks may be gone from the screen by then, so this hangs on no card. */
export function useReopen() {
  const queries = useQueryClient();
  return async (ids: readonly string[]) => {
    const done = await Promise.all(
      ids.map(async (id) => {
        const answer = await request(Reopen, { input: { id } }).catch(() => null);
        return answer?.reopenReviewItem.__typename === 'ReviewItem';
      }),
    );
    await queries.invalidateQueries();
    const back = done.filter(Boolean).length;
    notifications.show({
      message:
        back === ids.length
          ? back === 1
            ? 'The item is back.'
            : `${back} items are back.`
          : `${back} of ${ids.length} items are back. The others stay settled; look under “Settled”.`,
    });
  };
}
