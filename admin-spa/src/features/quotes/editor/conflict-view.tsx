import { Button } from '@mantine/core';
import { Note } from '../../../ui/note.tsx';
import styles from './conflict.module.css';
import { differences, type Difference } from './differences.ts';
import type { Versions } from './merge.ts';

type Props = { versions: Versions; onCombine: () => void; onMine: () => void; onTheirs: () => void };

const by: Record<Difference['by'], string> = { YOU: 'You', THEM: 'Somebody else', BOTH: 'Both' };

/** Two people in one draft: nobody wins by being last. What differs is shown, and a person chooses. */
export function ConflictView({ versions, onCombine, onMine, onTheirs }: Props) {
  const found = differences(versions);
  const collide = found.filter((one) => one.by === 'BOTH').length;
  return (
    <Note tone="warn" title="Somebody else saved this draft while you were writing">
      <p>
        Nothing of yours is lost, and nothing is saved until you choose.{' '}
        {collide === 0
          ? 'You changed different things, so both fit together.'
          : 'Where both of you changed the same, combining takes yours.'}
      </p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="What differs">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Changed by</th>
              <th scope="col">Yours</th>
              <th scope="col">Theirs</th>
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <tr key={`${one.label} ${one.mine} ${one.theirs}`} data-by={one.by}>
                <th scope="row">{one.label}</th>
                <td>{by[one.by]}</td>
                <td>{one.mine}</td>
                <td>{one.theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.choice}>
        <Button size="xs" onClick={onCombine}>
          Combine both
        </Button>
        <Button size="xs" variant="default" onClick={onMine}>
          Keep mine
        </Button>
        <Button size="xs" variant="default" onClick={onTheirs}>
          Take theirs
        </Button>
      </div>
    </Note>
  );
}
