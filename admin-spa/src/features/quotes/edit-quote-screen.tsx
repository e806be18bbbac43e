import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { EditQuoteScreenQuery } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { thousandthsText } from '../../ui/entry.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page.tsx';
import { useWrite } from '../../write.ts';
import { ConflictNote } from './conflict-note.tsx';
import { QuoteEditor } from './quote-editor.tsx';
import { formOf } from './quote-input.ts';

const Draft = graphql(`
  query EditQuoteScreen($id: ID!) {
    company {
      currency
      defaultTaxRate
      paymentTermsDays
    }
    quote(id: $id) {
      id
      version
      title
      scope
      terms
      pricesIncludeTax
      validUntil
      paymentTermsDays
      customer {
        ...PickedCustomer
      }
      lines {
        description
        quantity
        unit
        unitPrice {
          amount
          currency
        }
        taxRate
      }
      options {
        title
        description
        price {
          amount
          currency
        }
        taxRate
        preselected
      }
      stages {
        label
        share
      }
    }
  }
`);

const Update = graphql(`
  mutation EditQuoteScreen_Update($input: UpdateQuoteInput!) {
    updateQuote(input: $input) {
      ... on Quote {
        __typename
        id
      }
      ...Refused
    }
  }
`);

export function EditQuoteScreen() {
  const { quoteId } = useParams({ from: '/inside/quotes/$quoteId/edit' });
  // each reading of the draft is a form of its own; the one on the screen never changes under the fingers
  const [reading, setReading] = useState(0);
  const read = useQuery({
    queryKey: ['quote', quoteId, 'edit', reading],
    queryFn: () => request(Draft, { id: quoteId }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <div>
      <Loaded read={read} rows={8}>
        {(draft) => <Edit key={reading} draft={draft} onReload={() => setReading(reading + 1)} />}
      </Loaded>
    </div>
  );
}

function Edit({ draft, onReload }: { draft: EditQuoteScreenQuery; onReload: () => void }) {
  const navigate = useNavigate();
  const { company, quote } = draft;
  const [start] = useState(() => formOf(quote));
  const [version, setVersion] = useState(quote.version);
  const write = useWrite(Update, (data) => data.updateQuote);
  const params = { quoteId: quote.id };
  return (
    <>
      <PageHead
        title={quote.title}
        tabTitle={`Edit ${quote.title}`}
        above={
          <Link to="/quotes/$quoteId" params={params}>
            Back to the quote
          </Link>
        }
        lead={`Draft for ${quote.customer.name}`}
      />
      <QuoteEditor
        company={{ ...company, defaultRate: thousandthsText(company.defaultTaxRate) }}
        start={start}
        customer={quote.customer}
        fixed
        write={write}
        conflict={
          write.fault?.code === 'CONFLICT' && (
            <ConflictNote
              onReload={onReload}
              onKeep={() => {
                // useWrite has read the draft again by now, so its version is the one that the next save replaces
                setVersion(quote.version);
                write.clear();
              }}
            />
          )
        }
        onSave={async (input) =>
          (await write.run({ input: { id: quote.id, version, quote: input } })) !== null
        }
        onSaved={async () => {
          notifications.show({ message: 'The draft is saved.' });
          await navigate({ to: '/quotes/$quoteId', params, replace: true });
        }}
      />
    </>
  );
}
