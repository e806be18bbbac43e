import { useClient } from 'urql';
import { graphql } from '../../gql/gql.ts';
import { useViewing } from './viewing.ts';

const Quote_Addresses = graphql(`
  query Quote_Addresses($number: String) {
    portalQuote(number: $number) {
      pdfUrl
      evidenceUrl
      attachments {
        url
      }
    }
  }
`);

const Preview_Addresses = graphql(`
  query Preview_Addresses($id: ID!) {
    quotePreview(id: $id) {
      pdfUrl
      evidenceUrl
      attachments {
        url
      }
    }
  }
`);

/** Where the files of the quote are for the next five minutes. */
export function useAddresses() {
  const client = useClient();
  const { number, preview } = useViewing();
  const anew = { requestPolicy: 'network-only' } as const;
  return async () => {
    if (preview !== null) {
      const { data } = await client.query(Preview_Addresses, { id: preview }, anew);
      return data?.quotePreview;
    }
    const { data } = await client.query(Quote_Addresses, { number }, anew);
    return data?.portalQuote;
  };
}
