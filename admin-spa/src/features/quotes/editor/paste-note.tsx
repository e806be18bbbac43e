import { Button } from '@mantine/core';
import { Note } from '../../../ui/note.tsx';
import { columnNames, type Pasted } from './paste-lines.ts';
import styles from './grid.module.css';

const most = 6;

/** What became of a paste: which columns were taken for what, and what could not be read. */
export function PasteNote({
  pasted: { lines, used, notes },
  onClose,
}: {
  pasted: Pasted;
  onClose: () => void;
}) {
  const count = lines.length === 1 ? 'One line' : `${lines.length} lines`;
  return (
    <div className={styles.note}>
      <Note tone={notes.length > 0 ? 'warn' : 'calm'} title={`${count} pasted: ${columnNames(used)}`}>
        {notes.length > 0 && (
          <ul>
            {notes.slice(0, most).map((note) => (
              <li key={note}>{note}</li>
            ))}
            {notes.length > most && (
              <li>And {notes.length - most} more. These cells kept what a new line has.</li>
            )}
          </ul>
        )}
        <Button size="compact-xs" variant="default" onClick={onClose}>
          All right
        </Button>
      </Note>
    </div>
  );
}
