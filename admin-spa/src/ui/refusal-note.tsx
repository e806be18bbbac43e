import { Note } from './note.tsx';

/** The one way in which a refusal is shown: the server's sentence as it is. It says what to do, so nothing is added. */
export function RefusalNote({ refusal }: { refusal: { code: string; message: string } | null }) {
  if (!refusal) return null;
  return (
    <Note tone="warn" title="Not possible">
      {refusal.message}
    </Note>
  );
}
