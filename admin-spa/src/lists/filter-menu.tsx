import { Button, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icons.tsx';
import styles from './lists.module.css';

/** The filters that have no tab. Each change is shown in the list at once. */
export function FilterMenu({ children }: { children: ReactNode }) {
  return (
    <Popover position="bottom-end" shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<Icon name="settings" size={15} />}>
          Filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter the list">
        <div className={styles.fields}>{children}</div>
      </Popover.Dropdown>
    </Popover>
  );
}
