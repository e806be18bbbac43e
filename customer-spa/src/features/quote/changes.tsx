import type { Quote_AllFragment } from '../../gql/graphql.ts';

type Changes = Quote_AllFragment['changes'];

/** What differs from the version before, for whoever wants to know. */
export function Folded({ changes }: { changes: Changes }) {
  if (changes.length === 0) return null;
  return (
    <details className="changes">
      <summary>What changed since the last version</summary>
      <ChangeList changes={changes} />
    </details>
  );
}

export function ChangeList({ changes }: { changes: Changes }) {
  return (
    <dl className="change-list">
      {changes.map(({ label, before, after }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>
            {before !== null && (
              <span className="under">
                <span className="fine">Before:</span> <del>{before}</del>
              </span>
            )}
            <span className="under">
              <span className="fine">Now:</span>{' '}
              {after === null ? 'not part of it any more' : <ins>{after}</ins>}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
