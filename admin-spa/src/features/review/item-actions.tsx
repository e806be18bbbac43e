import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReviewAction, ReviewCardFragment } from '../../gql/graphql.ts';
import { OnBehalfDialog } from '../../on-behalf/on-behalf-dialog.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import styles from './actions.module.css';
import { ClaimActions } from './claim-actions.tsx';
import { FreshLinkButton } from './fresh-link-button.tsx';
import { MoneyActions, moneyActions } from './money-actions.tsx';
import { ResolveForm } from './resolve-form.tsx';

/** What happens on the page of the quote. */
const onThePage: Partial<Record<ReviewAction, string>> = {
  ANSWER: 'Answer…',
  REVISE_QUOTE: 'Revise the quote…',
  REFRESH_QUOTE: 'Refresh the quote…',
  ISSUE_STAGE: 'Issue the invoice…',
};

/** What settles the item, the usual way first and filled in. What the person may not do now is not there. */
export function ItemActions({ item }: { item: ReviewCardFragment }) {
  const [settling, setSettling] = useState(false);
  if (item.actions.includes('CONFIRM_PAYMENT') && item.payment) return <ClaimActions claim={item.payment} />;
  if (item.actions.length === 0) return null;
  if (settling) return <ResolveForm item={item} onClose={() => setSettling(false)} />;
  return (
    <div className={styles.buttons}>
      {item.actions
        .filter((action) => !moneyActions.has(action))
        .map((action) => (
          <ActionButton
            key={action}
            action={action}
            item={item}
            variant={action === item.actions[0] && action !== 'DISMISS' ? 'filled' : 'default'}
            onSettle={() => setSettling(true)}
          />
        ))}
      <MoneyActions item={item} />
    </div>
  );
}

type Props = {
  action: ReviewAction;
  item: ReviewCardFragment;
  variant: 'filled' | 'default';
  onSettle: () => void;
};

function ActionButton({ action, item: { quote }, variant, onSettle }: Props) {
  const [opened, setOpened] = useState(false);
  if (action === 'DISMISS') {
    return (
      <Button size="xs" variant={variant} onClick={onSettle}>
        Settle…
      </Button>
    );
  }
  if (!quote) return null;
  if (action === 'SEND_FRESH_LINK') {
    // whoever signed an older version is led to the one that can be signed
    const newest = quote.versions.findLast(({ status }) => status === 'OPEN') ?? quote;
    return <FreshLinkButton quoteId={newest.id} variant={variant} />;
  }
  if (action === 'ACCEPT_ON_BEHALF') {
    return (
      <>
        <Button size="xs" variant={variant} onClick={() => setOpened(true)}>
          Accept for the customer…
        </Button>
        <OnBehalfDialog quoteId={quote.id} opened={opened} onClose={() => setOpened(false)} />
      </>
    );
  }
  return (
    <ButtonLink size="xs" variant={variant} to="/quotes/$quoteId" params={{ quoteId: quote.id }}>
      {onThePage[action] ?? 'Open the quote…'}
    </ButtonLink>
  );
}
