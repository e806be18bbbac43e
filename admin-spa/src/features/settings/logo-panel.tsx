import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { Fault } from '../../graphql.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { Panel } from '../../ui/page.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { type Sent, upload } from '../../upload.ts';
import { useWrite } from '../../write.ts';
import styles from './logo-panel.module.css';

const Remove = graphql(`
  mutation LogoPanel_Remove($input: RemoveCompanyLogoInput!) {
    removeCompanyLogo(input: $input) {
      ... on Company {
        __typename
        logoUrl
      }
      ...Refused
    }
  }
`);

/** The logo by itself: it is kept the moment it arrives, whatever is being typed beside it. */
export function LogoPanel({ logoUrl, name }: { logoUrl: string | null; name: string }) {
  const { put, busy, refusal, fault } = usePut();
  const remove = useWrite(Remove, (data) => data.removeCompanyLogo);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <Panel title="Logo">
      <div className={styles.logo}>
        {logoUrl ? (
          <img className={styles.picture} src={logoUrl} alt={`The logo of ${name}`} />
        ) : (
          <p className="dim">No logo yet. Documents and pages show the name instead.</p>
        )}
        <RefusalNote refusal={refusal ?? remove.refusal} />
        <FaultNote fault={fault ?? remove.fault} />
        <input
          ref={chooser}
          className={styles.chooser}
          type="file"
          tabIndex={-1}
          aria-hidden="true"
          accept=".png,.jpg,.jpeg,.webp"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void put(file);
            currentTarget.value = '';
          }}
        />
        <div className={styles.buttons}>
          <Button variant="default" loading={busy} onClick={() => chooser.current?.click()}>
            {logoUrl ? 'Change the logo' : 'Add a logo'}
          </Button>
          {logoUrl && (
            <Button
              variant="subtle"
              color="gray"
              loading={remove.busy}
              onClick={() => void remove.run({ input: { logoUrl } })}
            >
              Remove
            </Button>
          )}
        </div>
        <p className="dim">PNG, JPEG or WebP, at most 2 MB. It is drawn at most 800 by 400 points.</p>
      </div>
    </Panel>
  );
}

function usePut() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Sent<object> | { fault: Fault } | null>(null);
  const put = async (file: File) => {
    setBusy(true);
    const failed = (error: unknown) => ({
      fault: error instanceof Fault ? error : new Fault('INTERNAL_SERVER_ERROR', String(error)),
    });
    setOutcome(await upload<object>('/uploads/company/logo', file).catch(failed));
    await queries.invalidateQueries();
    setBusy(false);
  };
  return {
    put,
    busy,
    refusal: outcome && 'refusal' in outcome ? outcome.refusal : null,
    fault: outcome && 'fault' in outcome ? outcome.fault : null,
  };
}
