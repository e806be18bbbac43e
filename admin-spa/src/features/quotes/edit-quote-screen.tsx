import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { EditedDraftQuery } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page.tsx';
import { DraftQuery } from './editor/draft-query.ts';
import styles from './editor/editor.module.css';
import { QuoteEditor } from './editor/quote-editor.tsx';

export function EditQuoteScreen() {
  const { quoteId } = useParams({ from: '/inside/quotes/$quoteId/edit' });
  // read once: what is on the screen never changes under the fingers, and a conflict is noticed by saving
  const read = useQuery({
    queryKey: ['edited-quote', quoteId],
    queryFn: () => request(DraftQuery, { id: quoteId }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <div className={styles.screen}>
      <Loaded read={read} rows={8}>
        {(draft) => <Edit key={quoteId} draft={draft} />}
      </Loaded>
    </div>
  );
}

const titles = {
  OFFER: 'Edit the quote',
  ADDITION: 'Edit the addition',
  REDUCTION: 'Edit the reduction',
} as const;

function Edit({ draft: { company, quote } }: { draft: EditedDraftQuery }) {
  const navigate = useNavigate();
  const params = { quoteId: quote.id };
  const review = useCallback(
    () => navigate({ to: '/quotes/$quoteId', params: { quoteId: quote.id } }),
    [navigate, quote.id],
  );
  if (quote.status !== 'DRAFT') {
    return (
      <Empty
        icon="quote"
        level={1}
        title="This quote cannot be edited any more"
        action={
          <ButtonLink to="/quotes/$quoteId" params={params}>
            Open the quote
          </ButtonLink>
        }
      >
        What was sent stays as it is. A newer version of it can be written from its page.
      </Empty>
    );
  }
  return (
    <>
      <PageHead
        title={titles[quote.changeKind ?? 'OFFER']}
        tabTitle={`Edit ${quote.title}`}
        above={
          <Link to="/quotes/$quoteId" params={params}>
            Back to the quote
          </Link>
        }
        lead={
          <>
            For{' '}
            <Link to="/customers/$customerId" params={{ customerId: quote.customer.id }}>
              {quote.customer.name}
            </Link>
            , in {quote.currency}
            {quote.changeOf && (
              <>
                {quote.changeKind === 'REDUCTION' ? '; taken off ' : '; added to '}
                <Link to="/quotes/$quoteId" params={{ quoteId: quote.changeOf.id }}>
                  {quote.changeOf.number}
                </Link>
                {' once it is signed'}
              </>
            )}
          </>
        }
      />
      <QuoteEditor quote={quote} company={company} onReview={review} />
    </>
  );
}
