import { Button } from '@mantine/core';
import { Buttons, Dialog } from '../ui/dialog.tsx';

type Props = {
  blocker: { status: string; proceed?: (() => void) | undefined; reset?: (() => void) | undefined };
};

/** Only when something was typed that is not saved. */
export function LeaveDialog({ blocker: { status, proceed, reset } }: Props) {
  const stay = () => reset?.();
  return (
    <Dialog title="Leave without saving?" opened={status === 'blocked'} onClose={stay}>
      <p>What you typed last is not saved yet. This browser window keeps it until you come back.</p>
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
