import { addDays, isLocalDate, type LocalDate } from '@countersign/api/domain/local-date';
import { Button, Menu, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { nextMonday } from './next-monday.ts';

type Props = { snoozed: boolean; onSnooze: (until: LocalDate | null) => void };

export function SnoozeMenu({ snoozed, onSnooze }: Props) {
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const today = format.today();
  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<Icon name="clock" size={14} />}
          >
            Put off
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {snoozed && <Menu.Item onClick={() => onSnooze(null)}>Bring it back now</Menu.Item>}
          <Menu.Item onClick={() => onSnooze(addDays(today, 1))}>Until tomorrow</Menu.Item>
          <Menu.Item onClick={() => onSnooze(nextMonday(today))}>Until next week</Menu.Item>
          <Menu.Item onClick={() => setAsking(true)}>Until a day…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog title="Put off until" opened={asking} onClose={() => setAsking(false)}>
        <DayForm
          first={addDays(today, 1)}
          onClose={() => setAsking(false)}
          onDay={(day) => {
            setAsking(false);
            onSnooze(day);
          }}
        />
      </Dialog>
    </>
  );
}

type Asked = { first: LocalDate; onDay: (day: LocalDate) => void; onClose: () => void };

function DayForm({ first, onDay, onClose }: Asked) {
  const [day, setDay] = useState<string>(first);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isLocalDate(day)) onDay(day);
      }}
    >
      <TextInput
        label="It comes back on"
        type="date"
        required
        min={first}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit">Put off</Button>
      </Buttons>
    </form>
  );
}
