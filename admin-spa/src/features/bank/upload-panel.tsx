import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import { Fault } from '../../graphql.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { type Sent, upload } from '../../upload.ts';
import styles from './upload-panel.module.css';

type Uploaded = { id: string; status: string };

const mostBytes = 20 * 1024 * 1024;
const tooLarge: Sent<Uploaded> = {
  refusal: {
    code: 'STATEMENT_UNREADABLE',
    message: 'A statement can have at most 20 MB. Ask your bank for a shorter period.',
  },
};

/** Where a bank's file is dropped; what it would do is looked at on the next page. */
export function UploadPanel() {
  const [over, setOver] = useState(false);
  const [progress, setProgress] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Sent<Uploaded> | { fault: Fault } | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const send = async (file: File | undefined) => {
    if (file === undefined || progress !== null) return;
    if (file.size > mostBytes) return setOutcome(tooLarge);
    setProgress(0);
    const url = `/uploads/bank-statements?name=${encodeURIComponent(file.name)}`;
    const sent = await upload<Uploaded>(url, file, setProgress).catch((error: unknown) => ({
      fault: error instanceof Fault ? error : new Fault('INTERNAL_SERVER_ERROR', String(error)),
    }));
    setProgress(null);
    setOutcome(sent);
    if ('done' in sent)
      await navigate({ to: '/bank/statements/$statementId', params: { statementId: sent.done.id } });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  return (
    <section aria-label="Upload a statement">
      <div
        className={styles.zone}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={chooser}
          className={styles.chooser}
          type="file"
          tabIndex={-1}
          aria-hidden="true"
          accept=".csv,.txt,.ofx,.qfx,.xml"
          onChange={({ currentTarget }) => {
            void send(currentTarget.files?.[0]);
            // The same file can be chosen again after it was refused.
            currentTarget.value = '';
          }}
        />
        <Button loading={progress !== null} onClick={() => chooser.current?.click()}>
          Upload a statement
        </Button>
        <span className={styles.hint}>or drop it here. CSV, OFX or CAMT.053, at most 20 MB.</span>
        {progress !== null && <progress aria-label="Sending the statement" max={1} value={progress} />}
      </div>
      <RefusalNote refusal={outcome && 'refusal' in outcome ? outcome.refusal : null} />
      <FaultNote fault={outcome && 'fault' in outcome ? outcome.fault : null} />
    </section>
  );
}
