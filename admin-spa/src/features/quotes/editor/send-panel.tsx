import { Button } from '@mantine/core';
import { memo, useDeferredValue } from 'react';
import { Panel } from '../../../ui/page.tsx';
import { useDesk, useForm } from './editor-store.ts';
import styles from './editor.module.css';
import { goTo } from './focus.ts';
import { LiveTotals } from './live-totals.tsx';
import { readiness } from './readiness.ts';

/** What it comes to, what is still to do, and the way on. */
export const SendPanel = memo(function SendPanel({
  busy,
  onReview,
}: {
  busy: boolean;
  onReview: () => void;
}) {
  return (
    <Panel title="Total">
      <div className={styles.send}>
        <LiveTotals />
        <Checklist />
        <Button fullWidth loading={busy} onClick={onReview}>
          Review and send…
        </Button>
      </div>
    </Panel>
  );
});

/** Drawn a moment after what is typed, so that it never holds a key up. */
function Checklist() {
  const { currency, customerEmail, change } = useDesk();
  const form = useDeferredValue(useForm((now) => now));
  const todo = readiness(form, currency, customerEmail, change);
  const open = todo.filter((one) => !one.hint).length;
  return (
    <div className={styles.checklist}>
      <p role="status">
        {open === 0
          ? 'Ready to be sent.'
          : open === 1
            ? 'One thing before it can be sent:'
            : `${open} things before it can be sent:`}
      </p>
      {todo.length > 0 && (
        <ul>
          {todo.map(({ text, field, hint }) => (
            <li key={text} data-hint={hint}>
              {field === null ? text : <FieldLink text={text} field={field} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const FieldLink = ({ text, field }: { text: string; field: string }) => (
  <button type="button" className={styles.link} onClick={() => goTo(field)}>
    {text}
  </button>
);
