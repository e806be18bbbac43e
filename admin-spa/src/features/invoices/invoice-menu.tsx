import { Button, Menu } from '@mantine/core';
import type { InvoiceAction, InvoiceHeadFragment } from '../../gql/graphql.ts';
import { Icon } from '../../ui/icons.tsx';
import type { Asked } from './invoice-dialogs.tsx';

type Props = {
  invoice: InvoiceHeadFragment;
  /** What the button beside it does. */
  next: InvoiceAction | null;
  mayRefund: boolean;
  onAsk: (asked: Asked) => void;
};

/** What is done less often; without anything to do there is no menu. */
export function InvoiceMenu({ invoice, next, mayRefund, onAsk }: Props) {
  const may = (action: InvoiceAction) => action !== next && invoice.actions.includes(action);
  const offered = (
    ['CONFIRM_PAYMENT', 'KEEP_AS_CREDIT', 'APPLY_CREDIT', 'CREDIT', 'VOID', 'WRITE_OFF'] as const
  ).some(may);
  if (!offered && !mayRefund) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" rightSection={<Icon name="account" size={16} />}>
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {may('CONFIRM_PAYMENT') && (
          <Menu.Item onClick={() => onAsk('CONFIRM_PAYMENT')}>Confirm a payment…</Menu.Item>
        )}
        {may('KEEP_AS_CREDIT') && (
          <Menu.Item onClick={() => onAsk('KEEP_AS_CREDIT')}>Money came again…</Menu.Item>
        )}
        {may('APPLY_CREDIT') && <Menu.Item onClick={() => onAsk('APPLY_CREDIT')}>Use the credit…</Menu.Item>}
        {may('CREDIT') && <Menu.Item onClick={() => onAsk('CREDIT')}>Credit note…</Menu.Item>}
        {mayRefund && <Menu.Item onClick={() => onAsk('REFUND')}>Give money back…</Menu.Item>}
        <Menu.Label>What is issued is never edited: it is voided or credited.</Menu.Label>
        {may('WRITE_OFF') && (
          <Menu.Item color="red" onClick={() => onAsk('WRITE_OFF')}>
            Write off…
          </Menu.Item>
        )}
        {may('VOID') && (
          <Menu.Item color="red" onClick={() => onAsk('VOID')}>
            Void…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
