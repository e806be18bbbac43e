import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { Answer } from '../../ui/answer.tsx';
import { Page } from '../../ui/page.tsx';
import { QuoteAsItStands } from './quote-as-it-stands.tsx';
import { ViewingContext } from './viewing.ts';

const QuotePage_Read = graphql(`
  query QuotePage_Read($number: String) {
    portalQuote(number: $number) {
      ...Quote_All
    }
  }
`);

/** The quote of the link, or another version of it under the same link. */
export function QuotePage({ number }: { number: string | null }) {
  const [{ data, error }, read] = useQuery({ query: QuotePage_Read, variables: { number } });
  const [signed, setSigned] = useState<Quote_AllFragment | null>(null);
  const refresh = () => read({ requestPolicy: 'network-only' });
  const viewing = useMemo(() => ({ number, preview: null }), [number]);
  return (
    <Answer data={data?.portalQuote} error={error} onRetry={refresh}>
      {(quote) => (
        <Page company={quote.company}>
          <ViewingContext.Provider value={viewing}>
            <QuoteAsItStands
              quote={quote.status === 'OPEN' && signed ? signed : quote}
              isFresh={signed !== null}
              onSigned={setSigned}
              onStale={refresh}
            />
          </ViewingContext.Provider>
        </Page>
      )}
    </Answer>
  );
}
