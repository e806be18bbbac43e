import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { ReviewCardFragment } from '../../gql/graphql.ts';
import { Instant } from '../../ui/day.tsx';
import { Status } from '../../ui/status.tsx';
import { FactsTable } from './facts-table.tsx';
import { ItemActions } from './item-actions.tsx';
import { ItemMenus } from './item-menus.tsx';
import { differs, kinds, sides } from './kinds.ts';
import styles from './review-card.module.css';

graphql(`
  fragment ReviewCard on ReviewItem {
    id
    kind
    group
    title
    explanation
    facts {
      label
      sent
      approved
    }
    createdAt
    actions
    assignee {
      id
      name
    }
    snoozedUntil
    resolvedAt
    resolvedBy
    resolution
    quote {
      id
      number
      title
      customer {
        id
      }
      versions {
        id
        status
      }
    }
    subjectId
    invoice {
      ...InvoiceToApprove
    }
    payment {
      ...Claim
      refunds {
        ...RefundToDecide
      }
    }
  }
`);

type Props = {
  item: ReviewCardFragment;
  /** Null where items are not chosen. */
  chosen: boolean | null;
  onChoose: (chosen: boolean) => void;
};

export function ReviewCard({ item, chosen, onChoose }: Props) {
  return (
    <article className={styles.card} aria-labelledby={`item-${item.id}`} data-chosen={chosen === true}>
      <div className={styles.top}>
        <span className={styles.what}>
          {chosen !== null && (
            <Checkbox
              size="sm"
              aria-label={`Choose: ${item.title}`}
              checked={chosen}
              onChange={(event) => onChoose(event.currentTarget.checked)}
            />
          )}
          <Status tone={kinds[item.kind].tone}>{kinds[item.kind].label}</Status>
        </span>
        <span className="dim">
          <Instant at={item.createdAt} />
        </span>
      </div>
      <h3 id={`item-${item.id}`}>{item.title}</h3>
      <p className={styles.why}>{item.explanation}</p>
      {item.facts.length > 0 && (
        <FactsTable
          facts={item.facts}
          caption={`Facts of: ${item.title}`}
          sides={sides[item.group]}
          differs={(fact) => differs(item, fact)}
        />
      )}
      <div className={styles.end}>
        <Links item={item} />
        {!item.resolvedAt && <ItemMenus item={item} />}
      </div>
      {item.resolvedAt ? <Settled item={item} /> : <ItemActions item={item} />}
    </article>
  );
}

function Links({ item: { quote, invoice } }: { item: ReviewCardFragment }) {
  return (
    <div className={styles.links}>
      {quote && (
        <Link to="/quotes/$quoteId" params={{ quoteId: quote.id }}>
          Quote {quote.number ?? quote.title}
        </Link>
      )}
      {invoice && (
        <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }}>
          {invoice.number === null ? 'The invoice' : `Invoice ${invoice.number}`}
        </Link>
      )}
    </div>
  );
}

function Settled({ item }: { item: ReviewCardFragment }) {
  if (!item.resolvedAt) return null;
  return (
    <p className={styles.settled}>
      {item.resolution}
      <span className="dim">
        {' '}
        {item.resolvedBy}, <Instant at={item.resolvedAt} />
      </span>
    </p>
  );
}
