import { Button } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { useWrite } from '../../write.ts';
import styles from './actions.module.css';
import { NoteForm } from './note-form.tsx';

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

export function ResolveForm({ itemId }: { itemId: string }) {
  const [opened, setOpened] = useState(false);
  const write = useWrite(Resolve, (data) => data.resolveReviewItem);
  if (!opened) {
    return (
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={() => setOpened(true)}>
          Settle…
        </Button>
      </div>
    );
  }
  return (
    <NoteForm
      label="What was done about it?"
      help="Kept with the item, with your name."
      submit="Settle"
      write={write}
      onSubmit={(resolution) => write.run({ input: { id: itemId, resolution } })}
      onClose={() => setOpened(false)}
    />
  );
}
