import type { LocalDate } from '@countersign/api/domain/local-date';
import { notifications } from '@mantine/notifications';
import { graphql } from '../../gql/gql.ts';
import { useFormat } from '../../ui/format.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useWrite } from '../../write.ts';

export const Assign = graphql(`
  mutation ReviewItem_Assign($input: AssignReviewItemInput!) {
    assignReviewItem(input: $input) {
      ... on ReviewItem {
        __typename
        id
        assignee {
          name
        }
      }
      ...Refused
    }
  }
`);

export const Snooze = graphql(`
  mutation ReviewItem_Snooze($input: SnoozeReviewItemInput!) {
    snoozeReviewItem(input: $input) {
      ... on ReviewItem {
        __typename
        id
      }
      ...Refused
    }
  }
`);

/** Gives an item to somebody, or puts it off; both can be taken back. */
export function useItemSteps() {
  const format = useFormat();
  const assigning = useWrite(Assign, (data) => data.assignReviewItem);
  const snoozing = useWrite(Snooze, (data) => data.snoozeReviewItem);
  const snooze = async (id: string, until: LocalDate | null): Promise<void> => {
    assigning.clear();
    if (!(await snoozing.run({ input: { id, until } }))) return;
    if (until === null) notifications.show({ message: 'The item is back in the list.' });
    else showUndo(`Put off until ${format.day(until)}.`, () => void snooze(id, null));
  };
  return {
    assign: async (id: string, staffId: string | null) => {
      snoozing.clear();
      const done = await assigning.run({ input: { id, staffId } });
      if (!done) return;
      const { assignee } = done;
      notifications.show({
        message: assignee
          ? `${assignee.name} looks after it now.`
          : 'Nobody in particular looks after it now.',
      });
    },
    snooze,
    refusal: assigning.refusal ?? snoozing.refusal,
    fault: assigning.fault ?? snoozing.fault,
  };
}
