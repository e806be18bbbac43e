import { Button, Menu } from '@mantine/core';
import type { QuoteHeadFragment } from '../../gql/graphql.ts';
import { Icon } from '../../ui/icons.tsx';
import type { Asked } from './quote-dialogs.tsx';
import type { useQuoteSteps } from './use-quote-steps.ts';

type Props = {
  quote: QuoteHeadFragment;
  steps: ReturnType<typeof useQuoteSteps>;
  toDraft: (step: () => Promise<{ id: string } | null>) => Promise<void>;
  onAsk: (asked: Asked) => void;
};

const always = [
  'CHANGE_EXPIRY',
  'ACCEPT_ON_BEHALF',
  'CHANGE',
  'DUPLICATE',
  'ARCHIVE',
  'RESTORE',
  'CANCEL',
] as const;

/** What is done less often; without anything to do there is no menu. */
export function QuoteMenu({ quote, steps, toDraft, onAsk }: Props) {
  const may = (action: QuoteHeadFragment['actions'][number]) => quote.actions.includes(action);
  const mayReviseAsItWas = may('REFRESH') && !may('EDIT') && may('REVISE');
  if (!always.some(may) && !mayReviseAsItWas) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" rightSection={<Icon name="account" size={16} />}>
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {may('CHANGE_EXPIRY') && (
          <Menu.Item onClick={() => onAsk('CHANGE_EXPIRY')}>Change the last valid day…</Menu.Item>
        )}
        {may('ACCEPT_ON_BEHALF') && (
          <Menu.Item onClick={() => onAsk('ON_BEHALF')}>Accept for the customer…</Menu.Item>
        )}
        {mayReviseAsItWas && (
          <Menu.Item onClick={() => void toDraft(steps.revise)}>Revise with the old prices</Menu.Item>
        )}
        {may('CHANGE') && <Menu.Item onClick={() => onAsk('CHANGE')}>Change order…</Menu.Item>}
        {may('DUPLICATE') && <Menu.Item onClick={() => void toDraft(steps.duplicate)}>Duplicate</Menu.Item>}
        {may('DUPLICATE') && <Menu.Item onClick={() => onAsk('TEMPLATE')}>Save as a template…</Menu.Item>}
        {may('ARCHIVE') && <Menu.Item onClick={() => void steps.archive()}>Archive</Menu.Item>}
        {quote.number !== null && (
          <Menu.Label>What was sent is kept: it is archived, never deleted.</Menu.Label>
        )}
        {may('RESTORE') && (
          <Menu.Item onClick={() => void steps.restore()}>Take out of the archive</Menu.Item>
        )}
        {may('CANCEL') && (
          <Menu.Item color="red" onClick={() => onAsk('CANCEL')}>
            {quote.status === 'OPEN' ? 'Withdraw…' : 'Discard…'}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
