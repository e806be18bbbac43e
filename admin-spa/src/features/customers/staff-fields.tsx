import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';

const Colleagues = graphql(`
  query Colleagues {
    staff {
      id
      name
    }
  }
`);

type Person = { id: string; name: string };
type Props = {
  manager: Person | null;
  notes: string;
  invoiceHold: string;
  problems: Record<string, string | undefined>;
};

/** What the customer never sees. */
export function StaffFields({ manager, notes, invoiceHold, problems }: Props) {
  const { data } = useQuery({
    queryKey: ['colleagues'],
    queryFn: async () => (await request(Colleagues)).staff,
  });
  const staff = data ?? [];
  // who has left stays named until somebody else takes over
  const isListed = manager === null || staff.some(({ id }) => id === manager.id);
  const people: readonly Person[] = isListed ? staff : [manager, ...staff];
  return (
    <>
      <Select
        // the name of who was chosen may come with the list
        key={String(data !== undefined)}
        label="Account manager"
        description="Who looks after the customer."
        name="accountManagerId"
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder="Nobody in particular"
        clearable
        clearButtonProps={{ 'aria-label': 'Nobody in particular' }}
        defaultValue={manager?.id ?? null}
        error={problems['accountManagerId']}
      />
      <Textarea
        label="Notes"
        name="notes"
        maxLength={10_000}
        autosize
        minRows={3}
        maxRows={16}
        defaultValue={notes}
        error={problems['notes']}
      />
      <Textarea
        label="Every invoice has to be approved first, because"
        description="Such as a custom payment plan. Empty: only where one of the company’s rules asks for it."
        name="invoiceHold"
        maxLength={500}
        autosize
        minRows={1}
        maxRows={6}
        defaultValue={invoiceHold}
        error={problems['invoiceHold']}
      />
    </>
  );
}
