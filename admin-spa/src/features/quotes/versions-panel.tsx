import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { QuoteVersionsFragment } from '../../gql/graphql.ts';
import { Instant } from '../../ui/day.tsx';
import { Panel } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { quoteLabel } from '../../ui/words.ts';
import styles from './versions-panel.module.css';

graphql(`
  fragment QuoteVersions on Quote {
    id
    versions {
      id
      number
      status
      cancelReason
      isExpired
      createdAt
    }
    changes {
      kind
      label
      before
      after
    }
  }
`);

/** All versions of an offer and what this one changed; a first version without others needs no panel. */
export function VersionsPanel({ quote }: { quote: QuoteVersionsFragment }) {
  if (quote.versions.length < 2) return null;
  return (
    <Panel title="Versions">
      <ol className={styles.versions}>
        {quote.versions.map((version) => (
          <li key={version.id} aria-current={version.id === quote.id ? 'true' : undefined}>
            <Link to="/quotes/$quoteId" params={{ quoteId: version.id }}>
              {version.number ?? 'Draft'}
            </Link>
            <Status tone={quoteLabel(version).tone}>{quoteLabel(version).label}</Status>
            <span className="dim">
              <Instant at={version.createdAt} dayOnly />
            </span>
          </li>
        ))}
      </ol>
      {quote.changes.length > 0 && <Changes changes={quote.changes} />}
    </Panel>
  );
}

function Changes({ changes }: { changes: QuoteVersionsFragment['changes'] }) {
  return (
    <>
      <h3 className={styles.title}>Changed since the version before</h3>
      <table className={styles.changes}>
        <caption className="unseen">What differs from the version before</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Before</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.kind} ${change.label} ${change.before} ${change.after}`}>
              <th scope="row">{change.label}</th>
              <td>{change.before ?? '–'}</td>
              <td>{change.after ?? 'Removed'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
