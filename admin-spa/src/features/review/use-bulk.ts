import type { LocalDate } from '@countersign/api/domain/local-date';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { Fault, request } from '../../graphql.ts';
import { useFormat } from '../../ui/format.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useWrite } from '../../write.ts';
import { Assign, Snooze } from './use-item-steps.ts';
import { useReopen } from './use-reopen.ts';

const ResolveMany = graphql(`
  mutation UseBulk_Resolve($input: ResolveReviewItemsInput!) {
    resolveReviewItems(input: $input) {
      ... on ReviewItemOutcomes {
        __typename
        outcomes {
          id
          result {
            ... on ReviewItem {
              __typename
              id
            }
            ...Refused
          }
        }
      }
      ...Refused
    }
  }
`);

type Chosen = { id: string; title: string };
type Answer = { __typename: 'ReviewItem' } | { __typename: 'Refusal'; message: string };
type Outcome = { id: string; why: string | null };

const whyNot = (answer: Answer): string | null => (answer.__typename === 'Refusal' ? answer.message : null);
const counted = (n: number): string => (n === 1 ? '1 item' : `${n} items`);

/** One step for many items. Each stands for itself: what could not be done is listed with its reason. */
export function useBulk(items: readonly Chosen[], onDone: () => void) {
  const format = useFormat();
  const queries = useQueryClient();
  const reopen = useReopen();
  const [failed, setFailed] = useState<readonly { title: string; why: string }[]>([]);
  const write = useWrite(ResolveMany, (data) => data.resolveReviewItems);
  /** Keeps what failed, gives the ids of what worked. */
  const sort = (outcomes: readonly Outcome[]): string[] => {
    const titles = new Map(items.map(({ id, title }) => [id, title]));
    setFailed(
      outcomes.flatMap(({ id, why }) => (why === null ? [] : [{ title: titles.get(id) ?? id, why }])),
    );
    onDone();
    return outcomes.filter(({ why }) => why === null).map(({ id }) => id);
  };
  const each = async (step: (id: string) => Promise<Answer>): Promise<string[]> => {
    const outcomes: Outcome[] = [];
    for (const { id } of items) {
      const why = await step(id).then(whyNot, (error: unknown) =>
        error instanceof Fault ? error.message : String(error),
      );
      outcomes.push({ id, why });
    }
    await queries.invalidateQueries();
    return sort(outcomes);
  };
  return {
    failed,
    write,
    clear: () => setFailed([]),
    assign: async (staffId: string | null) => {
      const done = await each(
        async (id) => (await request(Assign, { input: { id, staffId } })).assignReviewItem,
      );
      if (done.length > 0) notifications.show({ message: `${counted(done.length)} assigned.` });
    },
    snooze: async (until: LocalDate | null) => {
      const done = await each(
        async (id) => (await request(Snooze, { input: { id, until } })).snoozeReviewItem,
      );
      if (done.length > 0 && until !== null)
        notifications.show({ message: `${counted(done.length)} put off until ${format.day(until)}.` });
    },
    settle: async (resolution: string): Promise<boolean> => {
      const answer = await write.run({ input: { ids: items.map(({ id }) => id), resolution } });
      if (answer === null) return false;
      const done = sort(answer.outcomes.map(({ id, result }) => ({ id, why: whyNot(result) })));
      if (done.length > 0) showUndo(`${counted(done.length)} settled.`, () => void reopen(done));
      return true;
    },
  };
}
