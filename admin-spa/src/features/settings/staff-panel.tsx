import { Button } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { StaffRowFragment } from '../../gql/graphql.ts';
import { useSession } from '../../session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Panel } from '../../ui/page.tsx';
import { role } from '../../ui/words.ts';
import { AddStaffForm } from './add-staff-form.tsx';
import styles from './staff-panel.module.css';

graphql(`
  fragment StaffRow on StaffMember {
    id
    name
    email
    role
  }
`);

export function StaffPanel({ staff }: { staff: readonly StaffRowFragment[] }) {
  const { me } = useSession();
  const [adding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <Panel
      title="Staff"
      flush
      aside={
        <Button size="xs" variant="default" onClick={() => setAdding(true)}>
          Add a person
        </Button>
      }
    >
      <ul className={styles.staff}>
        {staff.map((member) => (
          <li key={member.id}>
            <span>
              <strong>{member.name}</strong>
              {member.id === me.id && <span className="dim"> (you)</span>}
              <span className={styles.email}>{member.email}</span>
            </span>
            <span className="dim">{role[member.role]}</span>
          </li>
        ))}
      </ul>
      <Dialog title="Add a person" opened={adding} onClose={close}>
        <AddStaffForm onClose={close} />
      </Dialog>
    </Panel>
  );
}
