import type { BankLineCardFragment as Line } from '../../gql/graphql.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { MatchForm } from './match-form.tsx';

/** One line or several together: for which invoices they are. */
export function MatchDialog({ lines, onClose }: { lines: readonly Line[]; onClose: () => void }) {
  return (
    <Dialog
      title={lines.length > 1 ? 'What are these lines for?' : 'What is this money for?'}
      opened={lines.length > 0}
      onClose={onClose}
    >
      {lines.length > 0 && <MatchForm lines={lines} onClose={onClose} />}
    </Dialog>
  );
}
