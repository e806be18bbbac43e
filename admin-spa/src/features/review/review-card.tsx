import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { ReviewCardFragment, ReviewKind } from '../../gql/graphql.ts';
import { useMay } from '../../session.ts';
import { Instant } from '../../ui/day.tsx';
import { Status } from '../../ui/status.tsx';
import type { Tone } from '../../ui/tone.ts';
import { ClaimActions } from './claim-actions.tsx';
import { FactsTable } from './facts-table.tsx';
import { ResolveForm } from './resolve-form.tsx';
import styles from './review-card.module.css';

graphql(`
  fragment ReviewCard on ReviewItem {
    id
    kind
    title
    explanation
    facts {
      label
      sent
      approved
    }
    createdAt
    resolvedAt
    resolvedBy
    resolution
    quote {
      id
      number
      title
    }
    invoice {
      id
      number
    }
    payment {
      ...Claim
    }
  }
`);

const kinds: Record<ReviewKind, { tone: Tone; label: string }> = {
  FAILED_ACCEPTANCE: { tone: 'bad', label: 'Signature stopped' },
  PAYMENT_CLAIM: { tone: 'warn', label: 'Payment to confirm' },
  PAYMENT_FAILED: { tone: 'bad', label: 'Payment failed' },
  UNALLOCATED_MONEY: { tone: 'warn', label: 'Money without an invoice' },
  DELIVERY_FAILED: { tone: 'bad', label: 'Not delivered' },
};

export function ReviewCard({ item }: { item: ReviewCardFragment }) {
  return (
    <article className={styles.card} aria-labelledby={`item-${item.id}`}>
      <div className={styles.top}>
        <Status tone={kinds[item.kind].tone}>{kinds[item.kind].label}</Status>
        <span className="dim">
          <Instant at={item.createdAt} />
        </span>
      </div>
      <h2 id={`item-${item.id}`}>{item.title}</h2>
      <p className={styles.why}>{item.explanation}</p>
      {item.facts.length > 0 && <FactsTable facts={item.facts} caption={`Facts of: ${item.title}`} />}
      <div className={styles.end}>
        <Links item={item} />
        <Decision item={item} />
      </div>
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
          Invoice {invoice.number}
        </Link>
      )}
    </div>
  );
}

function Decision({ item }: { item: ReviewCardFragment }) {
  const confirms = useMay('CONFIRM_PAYMENTS');
  const settles = useMay('SETTLE_REVIEW');
  if (item.resolvedAt) {
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
  if (item.payment?.status === 'CLAIMED') return confirms ? <ClaimActions claim={item.payment} /> : null;
  return settles ? <ResolveForm itemId={item.id} /> : null;
}
