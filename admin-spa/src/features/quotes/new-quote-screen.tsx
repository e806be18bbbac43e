import { addDays } from '@countersign/api/domain/local-date';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { NewQuoteScreenQuery } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { thousandthsText } from '../../ui/entry.ts';
import { useFormat } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page.tsx';
import { useWrite } from '../../write.ts';
import { QuoteEditor } from './quote-editor.tsx';
import { emptyLine, type QuoteForm, stagePlans } from './quote-form.ts';

const Start = graphql(`
  query NewQuoteScreen($customerId: ID!, $given: Boolean!) {
    company {
      currency
      defaultTaxRate
      pricesIncludeTax
      paymentTermsDays
      quoteValidityDays
      quoteTerms
    }
    customer(id: $customerId) @include(if: $given) {
      ...PickedCustomer
    }
  }
`);

const Create = graphql(`
  mutation NewQuoteScreen_Create($input: CreateQuoteInput!) {
    createQuote(input: $input) {
      ... on Quote {
        __typename
        id
      }
      ...Refused
    }
  }
`);

export function NewQuoteScreen() {
  const { customer } = useSearch({ from: '/inside/quotes/new' });
  const read = useQuery({
    queryKey: ['quote', 'new', customer],
    queryFn: () => request(Start, { customerId: customer ?? '', given: Boolean(customer) }),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <div>
      <PageHead title="New quote" above={<Link to="/quotes">Quotes</Link>} />
      <Loaded read={read} rows={8}>
        {(begin) => <NewQuote start={begin} />}
      </Loaded>
    </div>
  );
}

function NewQuote({ start: { company, customer } }: { start: NewQuoteScreenQuery }) {
  const format = useFormat();
  const navigate = useNavigate();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const createdId = useRef('');
  const write = useWrite(Create, (data) => data.createQuote);
  const defaultRate = thousandthsText(company.defaultTaxRate);
  const start: QuoteForm = {
    customerId: customer?.id ?? '',
    title: '',
    scope: '',
    terms: company.quoteTerms,
    pricesIncludeTax: company.pricesIncludeTax,
    validUntil: addDays(format.today(), company.quoteValidityDays),
    paymentTermsDays: '',
    lines: [emptyLine(defaultRate)],
    options: [],
    stages: stagePlans.at(-1)?.stages ?? [],
  };
  return (
    <QuoteEditor
      company={{ ...company, defaultRate }}
      start={start}
      customer={customer ?? null}
      fixed={false}
      write={write}
      onSave={async (quote, customerId) => {
        const done = await write.run({ input: { idempotencyKey, customerId, quote } });
        createdId.current = done?.id ?? '';
        return done !== null;
      }}
      onSaved={async () => {
        notifications.show({ message: 'The draft is saved.' });
        await navigate({ to: '/quotes/$quoteId', params: { quoteId: createdId.current }, replace: true });
      }}
    />
  );
}
