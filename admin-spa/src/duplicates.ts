import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { graphql } from './gql/gql.ts';
import { request } from './graphql.ts';

const Duplicates = graphql(`
  query Duplicates($name: String, $email: String, $taxNumber: String, $phone: String, $excludeId: ID) {
    customerDuplicates(
      name: $name
      email: $email
      taxNumber: $taxNumber
      phone: $phone
      excludeId: $excludeId
    ) {
      customer {
        id
        name
        email
        currency
        paymentTermsDays
        archivedAt
      }
      reasons
    }
  }
`);

/** What has been typed of a customer so far, or changed of one. */
export type Typed = { name: string; email: string; taxNumber: string; phone: string };

export const nothingTyped: Typed = { name: '', email: '', taxNumber: '', phone: '' };

/** Who could be meant, a moment after the last key. */
export function useDuplicates(typed: Typed, excludeId: string | null = null) {
  const [{ name, email, taxNumber, phone }] = useDebouncedValue(typed, 300);
  const variables = { name, email, taxNumber, phone, excludeId };
  const isAsked = [name, email, taxNumber, phone].some((text) => text !== '');
  const { data } = useQuery({
    queryKey: ['duplicates', variables],
    queryFn: async () => (await request(Duplicates, variables)).customerDuplicates,
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  return (isAsked ? data : null) ?? [];
}
