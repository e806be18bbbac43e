import { ActionIcon, Button } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { QuoteAttachmentFragment as Attachment } from '../../gql/graphql.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/page.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';
import styles from './attachments-panel.module.css';
import { type Upload, useUploads } from './use-uploads.ts';

graphql(`
  fragment QuoteAttachment on Attachment {
    id
    name
    contentType
    size
    url
  }
`);

const Remove = graphql(`
  mutation AttachmentsPanel_Remove($input: RemoveAttachmentInput!) {
    removeAttachment(input: $input) {
      ... on Quote {
        __typename
        id
      }
      ...Refused
    }
  }
`);

type Props = {
  quoteId: string;
  attachments: readonly Attachment[];
  canEdit: boolean;
  /** Called when a file has arrived or is gone. */
  onChange: () => void;
};

/** The files of a quote; while it is a draft they can be dropped here, chosen and taken off. */
export function AttachmentsPanel({ quoteId, attachments, canEdit, onChange }: Props) {
  const { uploads, add, dismiss } = useUploads(quoteId, onChange);
  const write = useWrite(Remove, (data) => data.removeAttachment);
  const remove = async ({ id }: Attachment) => {
    if (await write.run({ input: { quoteId, id } })) onChange();
  };
  if (!canEdit && attachments.length === 0) return null;
  return (
    <Panel title="Files">
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <ul className={styles.files} aria-label="Files of this quote">
        {attachments.map((file) => (
          <li key={file.id}>
            <Icon name="file" />
            <a href={file.url} download={file.name}>
              {file.name}
            </a>
            <span className={styles.size}>{sizeOf(file.size)}</span>
            {canEdit && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Remove ${file.name}`}
                disabled={write.busy}
                onClick={() => void remove(file)}
              >
                <Icon name="remove" size={15} />
              </ActionIcon>
            )}
          </li>
        ))}
        {uploads.map((each) => (
          <UploadRow key={each.id} upload={each} onDismiss={() => dismiss(each.id)} />
        ))}
      </ul>
      {canEdit && <DropZone onFiles={(files) => void add(files)} />}
    </Panel>
  );
}

function UploadRow({ upload, onDismiss }: { upload: Upload; onDismiss: () => void }) {
  const { name, progress, problem } = upload;
  return (
    <li>
      <Icon name="quote" />
      <span className={styles.name}>{name}</span>
      {problem === null ? (
        <progress aria-label={`Sending ${name}`} max={1} value={progress} />
      ) : (
        <>
          <ActionIcon variant="subtle" color="gray" aria-label={`Hide ${name}`} onClick={onDismiss}>
            <Icon name="remove" size={15} />
          </ActionIcon>
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        </>
      )}
    </li>
  );
}

function DropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
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
        multiple
        tabIndex={-1}
        aria-hidden="true"
        accept=".pdf,.png,.jpg,.jpeg,.webp"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen again after it was refused.
          currentTarget.value = '';
        }}
      />
      <Button variant="default" size="xs" onClick={() => chooser.current?.click()}>
        Add files
      </Button>
      <span className={styles.hint}>or drop them here. PDF, PNG, JPEG or WebP, at most 10 MB each.</span>
    </div>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
