import { Button } from '@mantine/core';
import { graphql } from '../gql/gql.ts';
import type { ListViewFragment } from '../gql/graphql.ts';
import { Buttons, Dialog } from '../ui/dialog.tsx';
import { FaultNote } from '../ui/fault-note.tsx';
import { useWrite } from '../write.ts';

const Delete = graphql(`
  mutation DeleteViewDialog($input: DeleteViewInput!) {
    deleteView(input: $input)
  }
`);

export function DeleteViewDialog({ view, onClose }: { view: ListViewFragment; onClose: () => void }) {
  const write = useWrite(Delete, (data) => data.deleteView);
  const remove = async () => {
    if (await write.run({ input: { id: view.id } })) onClose();
  };
  return (
    <Dialog title={`Delete the view ${view.name}?`} opened onClose={onClose}>
      <FaultNote fault={write.fault} />
      <p>
        {view.shared ? 'Nobody in the company will see it any more.' : 'Only the view goes.'} What it showed
        stays as it is.
      </p>
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button color="red" loading={write.busy} onClick={() => void remove()}>
          Delete the view
        </Button>
      </Buttons>
    </Dialog>
  );
}
