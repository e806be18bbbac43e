import { Button } from '@mantine/core';
import { Buttons, Dialog } from '../../ui/dialog.tsx';

type Props = {
  blocker: { status: string; proceed?: (() => void) | undefined; reset?: (() => void) | undefined };
};

export function LeaveDialog({ blocker: { status, proceed, reset } }: Props) {
  const stay = () => reset?.();
  return (
    <Dialog title="Leave without saving?" opened={status === 'blocked'} onClose={stay}>
      <p>What you changed in this quote is not saved yet.</p>
      <Buttons>
        <Button variant="default" onClick={stay}>
          Keep editing
        </Button>
        <Button color="red.9" onClick={() => proceed?.()}>
          Leave
        </Button>
      </Buttons>
    </Dialog>
  );
}
