import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page.tsx';
import { StartQuote } from './editor/start-quote.tsx';

const Start = graphql(`
  query NewQuoteScreen($customerId: ID!, $given: Boolean!) {
    company {
      ...StartCompany
    }
    customer(id: $customerId) @include(if: $given) {
      ...PickedCustomer
    }
    quoteTemplates(first: 50) {
      items {
        ...StartTemplate
      }
    }
  }
`);

export function NewQuoteScreen() {
  const { customer } = useSearch({ from: '/inside/quotes/new' });
  const read = useQuery({
    queryKey: ['new-quote', customer],
    queryFn: () => request(Start, { customerId: customer ?? '', given: Boolean(customer) }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  return (
    <div>
      <PageHead
        title="New quote"
        above={<Link to="/quotes">Quotes</Link>}
        lead="For whom, and from what. Everything else is written in the draft, which saves itself."
      />
      <Loaded read={read} rows={6}>
        {(begin) => (
          <StartQuote
            company={begin.company}
            customer={begin.customer ?? null}
            templates={begin.quoteTemplates.items}
          />
        )}
      </Loaded>
    </div>
  );
}
