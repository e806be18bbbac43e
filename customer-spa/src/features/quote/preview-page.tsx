import { useCallback, useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import { faultOf } from '../../graphql.ts';
import { Answer } from '../../ui/answer.tsx';
import { CalmPage } from '../../ui/calm-page.tsx';
import { Page } from '../../ui/page.tsx';
import { QuoteAsItStands } from './quote-as-it-stands.tsx';
import { ViewingContext } from './viewing.ts';

const PreviewPage_Read = graphql(`
  query PreviewPage_Read($id: ID!) {
    quotePreview(id: $id) {
      ...Quote_All
    }
  }
`);

/** What staff see of a quote beside its editor. Options can be tried; nothing is sent, counted or kept as seen. */
export function PreviewPage({ id }: { id: string }) {
  const [{ data, error }, read] = useQuery({ query: PreviewPage_Read, variables: { id } });
  const refresh = useCallback(() => read({ requestPolicy: 'network-only' }), [read]);
  const viewing = useMemo(() => ({ number: null, preview: id }), [id]);
  useEffect(() => {
    const onMessage = ({ origin, data: said }: MessageEvent<unknown>) => {
      if (origin === location.origin && isRefresh(said)) refresh();
    };
    addEventListener('message', onMessage);
    return () => removeEventListener('message', onMessage);
  }, [refresh]);
  if (error && !data && faultOf(error) === 'WRONG_LINK') return <NoPreview />;
  return (
    <>
      <aside className="preview-banner no-print" aria-label="Preview">
        <strong>Preview:</strong> this is what your customer sees. Nothing here is counted or sent.
        {error && ' The last change could not be loaded yet.'}
      </aside>
      <Answer data={data?.quotePreview} error={error} onRetry={refresh}>
        {(quote) => (
          <Page company={quote.company} label="What the customer sees">
            <ViewingContext.Provider value={viewing}>
              <QuoteAsItStands quote={quote} isFresh={false} onSigned={refresh} onStale={refresh} />
            </ViewingContext.Provider>
          </Page>
        )}
      </Answer>
    </>
  );
}

const isRefresh = (said: unknown): boolean =>
  typeof said === 'object' && said !== null && 'type' in said && said.type === 'countersign:preview-refresh';

function NoPreview() {
  return (
    <CalmPage title="This preview cannot be shown">
      <p>
        Either nobody is signed in to the office in this browser, or there is no such quote. Sign in, open the
        quote, and look again.
      </p>
    </CalmPage>
  );
}
