import { useSearch } from '@tanstack/react-router';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';

/** Why nothing is here, and what would be. */
export function NoItems() {
  const { settled, snoozed, search, ...narrowed } = useSearch({ from: '/inside/' });
  if (search !== undefined || narrowed.group !== undefined || narrowed.mine) {
    return (
      <Empty
        icon="attention"
        title="Nothing here"
        action={
          <ButtonLink to="/" variant="default">
            Show everything that waits
          </ButtonLink>
        }
      >
        {narrowed.mine
          ? 'Nothing is assigned to you. Items of others, and those of nobody, stand under “Waiting”.'
          : 'No item fits this filter.'}
      </Empty>
    );
  }
  if (settled) {
    return (
      <Empty icon="attention" title="Nothing was settled yet">
        Every item that was decided stays here with who decided it, when, and how.
      </Empty>
    );
  }
  if (snoozed) {
    return (
      <Empty icon="attention" title="Nothing is put off">
        An item that can wait is put off until a day. It leaves the list, and comes back by itself that
        morning.
      </Empty>
    );
  }
  return (
    <Empty icon="attention" title="Nothing needs you">
      When a signature does not pass the checks, a customer asks something or says to have paid, a card is
      declined or a mail cannot be delivered, it waits here for a decision.
    </Empty>
  );
}
