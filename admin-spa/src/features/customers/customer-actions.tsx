import { Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../session.ts';
import { ButtonLink } from '../../ui/links.tsx';
import type { useCustomerSteps } from './customer-steps.ts';
import { DataActions } from './data-actions.tsx';
import { DeleteCustomerDialog } from './delete-customer-dialog.tsx';

type Props = {
  customer: {
    id: string;
    version: number;
    name: string;
    archivedAt: string | null;
    isLinked: boolean;
    erasure: { outcome: string } | null;
  };
  steps: ReturnType<typeof useCustomerSteps>;
  onLeave: (leaving: boolean) => void;
};

/** What can be done with a customer. What can be taken back is done at once; deleting asks first. */
export function CustomerActions({ customer, steps, onLeave }: Props) {
  const { id, archivedAt, isLinked } = customer;
  const [deleting, setDeleting] = useState(false);
  const issues = useMay('ISSUE_INVOICES');
  const navigate = useNavigate();
  if (!useMay('WRITE_QUOTES')) return null;
  return (
    <>
      <ButtonLink to="/customers/$customerId/edit" params={{ customerId: id }} variant="default">
        Edit
      </ButtonLink>
      <DataActions customer={customer} />
      {(archivedAt === null || !isLinked) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default">More</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {archivedAt === null && issues && (
              <Menu.Item onClick={() => void navigate({ to: '/invoices/new', search: { customer: id } })}>
                New invoice
              </Menu.Item>
            )}
            {isLinked && (
              <Menu.Item onClick={() => void steps.sendLink()}>Mail the link to all their records</Menu.Item>
            )}
            {archivedAt === null && <Menu.Item onClick={() => void steps.archive()}>Archive</Menu.Item>}
            {isLinked ? (
              <Menu.Label>Quotes name it, so it is archived and never deleted.</Menu.Label>
            ) : (
              <Menu.Item onClick={() => setDeleting(true)}>Delete…</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {archivedAt === null ? (
        <ButtonLink to="/quotes/new" search={{ customer: id }}>
          New quote
        </ButtonLink>
      ) : (
        <Button loading={steps.busy} onClick={() => void steps.restore()}>
          Restore
        </Button>
      )}
      <DeleteCustomerDialog
        customer={customer}
        opened={deleting}
        onClose={() => setDeleting(false)}
        onLeave={onLeave}
      />
    </>
  );
}
