import { graphql } from '../../gql/gql.ts';
import { useWrite } from '../../write.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { NoteForm } from './note-form.tsx';
import { useReopen } from './use-reopen.ts';

const Resolve = graphql(`
  mutation ResolveForm_Resolve($input: ResolveReviewItemInput!) {
    resolveReviewItem(input: $input) {
      ... on ReviewItem {
        __typename
        id
      }
      ...Refused
    }
  }
`);

/** Settles an item with words; for a moment that can be taken back. */
export function ResolveForm({ item, onClose }: { item: { id: string; title: string }; onClose: () => void }) {
  const write = useWrite(Resolve, (data) => data.resolveReviewItem);
  const reopen = useReopen();
  const settle = async (resolution: string) => {
    if (await write.run({ input: { id: item.id, resolution } }))
      showUndo(`Settled: ${item.title}`, () => void reopen([item.id]));
  };
  return (
    <NoteForm
      label="What was done about it?"
      help="Kept with the item, with your name."
      submit="Settle"
      write={write}
      onSubmit={settle}
      onClose={onClose}
    />
  );
}
