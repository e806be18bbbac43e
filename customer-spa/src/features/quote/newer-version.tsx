import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import { hrefOf } from '../../link.ts';
import { ChangeList } from './changes.tsx';

const NewerVersion_Changes = graphql(`
  query NewerVersion_Changes($number: String!) {
    portalQuote(number: $number) {
      title
      changes {
        label
        before
        after
      }
    }
  }
`);

/** Leads to the newest version under the same link, and says what is different there. */
export function NewerVersion({ number }: { number: string }) {
  const [{ data }] = useQuery({ query: NewerVersion_Changes, variables: { number } });
  const changes = data?.portalQuote.changes ?? [];
  return (
    <>
      <p className="actions">
        <a className="button primary" href={hrefOf({ screen: 'QUOTE', number })}>
          Open the newer version
        </a>
      </p>
      {changes.length > 0 && (
        <section aria-labelledby="changes-title">
          <h2 id="changes-title">What changed</h2>
          <ChangeList changes={changes} />
        </section>
      )}
    </>
  );
}
