import { Note } from '../../ui/note.tsx';
import styles from './statement.module.css';

type Props = { title: string; problems: readonly { row: number; message: string }[]; count: number };

const shown = 10;

/** Rows that could not be read, by their line in the file. */
export function ProblemList({ title, problems, count }: Props) {
  if (count === 0) return null;
  return (
    <Note tone="warn" title={`${title} (${count})`}>
      <ul className={styles.problems}>
        {problems.slice(0, shown).map(({ row, message }) => (
          <li key={row}>
            Line {row}: {message}
          </li>
        ))}
        {count > shown && <li>… and {count - shown} more</li>}
      </ul>
    </Note>
  );
}
