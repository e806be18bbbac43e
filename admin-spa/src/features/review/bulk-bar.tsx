import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReviewCardFragment } from '../../gql/graphql.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { AssignMenu } from './assign-menu.tsx';
import styles from './bulk-bar.module.css';
import { NoteForm } from './note-form.tsx';
import { SnoozeMenu } from './snooze-menu.tsx';
import { useBulk } from './use-bulk.ts';

type Props = { items: readonly ReviewCardFragment[]; onClear: () => void; onAll: () => void };

/** What can be done with all chosen items at once, and which of them it could not be done with. */
export function BulkBar({ items, onClear, onAll }: Props) {
  const bulk = useBulk(items, onClear);
  const [settling, setSettling] = useState(false);
  const [count, one] = [items.length, items.length === 1];
  if (count === 0 && bulk.failed.length === 0) return null;
  return (
    <section className={styles.bar} aria-label="Chosen items">
      {bulk.failed.length > 0 && (
        <Note tone="warn" title={`${bulk.failed.length} could not be done`}>
          <ul className={styles.failed}>
            {bulk.failed.map(({ title, why }) => (
              <li key={title}>
                {title}: {why}
              </li>
            ))}
          </ul>
          <Button size="compact-sm" variant="default" onClick={bulk.clear}>
            Understood
          </Button>
        </Note>
      )}
      {count > 0 && (
        <div className={styles.row}>
          <strong role="status">{count} selected</strong>
          <Button size="compact-sm" variant="subtle" onClick={onAll}>
            All
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={onClear}>
            None
          </Button>
          <span className={styles.gap} />
          <AssignMenu label="Assign" onAssign={(staffId) => void bulk.assign(staffId)} />
          <SnoozeMenu snoozed={false} onSnooze={(until) => void bulk.snooze(until)} />
          <Button size="xs" loading={bulk.write.busy} onClick={() => setSettling(true)}>
            Settle…
          </Button>
        </div>
      )}
      <Dialog
        title={one ? 'Settle this item' : `Settle ${count} items`}
        opened={settling && count > 0}
        onClose={() => setSettling(false)}
      >
        <NoteForm
          label="What was done about them?"
          help="Kept with each item, with your name."
          submit={one ? 'Settle it' : `Settle ${count} items`}
          write={bulk.write}
          onSubmit={async (resolution) => {
            if (await bulk.settle(resolution)) setSettling(false);
          }}
          onClose={() => setSettling(false)}
        />
      </Dialog>
    </section>
  );
}
