import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../session.ts';
import { EraseDialog } from './erase-dialog.tsx';

type Props = { customer: { id: string; name: string; erasure: { outcome: string } | null } };

/** What somebody may ask for of whom data are kept: all of them in a file, and that they go. */
export function DataActions({ customer }: Props) {
  const [erasing, setErasing] = useState(false);
  const exports = useMay('EXPORT_CUSTOMER_DATA');
  const erases = useMay('ERASE_CUSTOMER_DATA') && customer.erasure?.outcome !== 'ERASED';
  if (!exports && !erases) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">Personal data</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {exports && (
            <Menu.Item component="a" href={`/exports/customers/${customer.id}.json`} download>
              Download all of them
            </Menu.Item>
          )}
          {erases && <Menu.Item onClick={() => setErasing(true)}>Erase them…</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <EraseDialog customer={customer} opened={erasing} onClose={() => setErasing(false)} />
    </>
  );
}
