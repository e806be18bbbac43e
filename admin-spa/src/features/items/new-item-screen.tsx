import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page.tsx';
import { useWrite } from '../../write.ts';
import styles from './form-screen.module.css';
import type { ItemDefaults } from './item-fields.tsx';
import { ItemForm } from './item-form.tsx';

const Defaults = graphql(`
  query NewItemScreen {
    company {
      currency
      defaultTaxRate
      pricesIncludeTax
    }
  }
`);

const Create = graphql(`
  mutation NewItemScreen_Create($input: CreateCatalogueItemInput!) {
    createCatalogueItem(input: $input) {
      ... on CatalogueItem {
        __typename
        id
        name
      }
      ...Refused
    }
  }
`);

export function NewItemScreen() {
  const company = useQuery({
    queryKey: ['item', 'new'],
    queryFn: async () => (await request(Defaults)).company,
  });
  return (
    <div className={styles.screen}>
      <PageHead title="New item" above={<Link to="/catalogue">Catalogue</Link>} />
      <Loaded read={company}>{(defaults) => <NewItem defaults={defaults} />}</Loaded>
    </div>
  );
}

function NewItem({ defaults }: { defaults: ItemDefaults }) {
  const navigate = useNavigate();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const write = useWrite(Create, (data) => data.createCatalogueItem);
  return (
    <ItemForm
      item={null}
      defaults={defaults}
      write={write}
      submit="Add to the catalogue"
      back={
        <ButtonLink to="/catalogue" variant="default">
          Back
        </ButtonLink>
      }
      onSubmit={async (item) => {
        const done = await write.run({ input: { idempotencyKey, item } });
        if (!done) return;
        notifications.show({ message: `${done.name} is in the catalogue.` });
        await navigate({ to: '/catalogue' });
      }}
    />
  );
}
