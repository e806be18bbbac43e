import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { EditItemScreenQuery } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { useWrite } from '../../write.ts';
import { ArchiveItem } from './archive-item.tsx';
import styles from './form-screen.module.css';
import { ItemForm } from './item-form.tsx';

const Item = graphql(`
  query EditItemScreen($id: ID!) {
    company {
      defaultTaxRate
    }
    catalogueItem(id: $id) {
      id
      version
      name
      description
      unit
      price {
        amount
        currency
      }
      pricesIncludeTax
      taxTreatment
      taxRate
      billing
      cost {
        amount
        currency
      }
      archivedAt
    }
  }
`);

const Update = graphql(`
  mutation EditItemScreen_Update($input: UpdateCatalogueItemInput!) {
    updateCatalogueItem(input: $input) {
      ... on CatalogueItem {
        __typename
        id
      }
      ...Refused
    }
  }
`);

export function EditItemScreen() {
  const { itemId } = useParams({ from: '/inside/catalogue/$itemId' });
  const read = useQuery({
    queryKey: ['item', itemId],
    queryFn: () => request(Item, { id: itemId }),
    // what is being edited must be what is there now, and must not move while it is
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <div className={styles.screen}>
      <Loaded read={read}>{(found) => <Edit key={found.catalogueItem.id} found={found} />}</Loaded>
    </div>
  );
}

function Edit({ found }: { found: EditItemScreenQuery }) {
  const { catalogueItem: item, company } = found;
  const navigate = useNavigate();
  // the version that the form was filled from: a later one on the server has to stop this save
  const [version] = useState(item.version);
  const write = useWrite(Update, (data) => data.updateCatalogueItem);
  return (
    <>
      <PageHead
        title={item.name}
        above={<Link to="/catalogue">Catalogue</Link>}
        status={item.archivedAt && <Status tone="calm">Archived</Status>}
        lead="Quotes that exist keep the price that they took over."
        actions={<ArchiveItem item={item} />}
      />
      <ItemForm
        item={item}
        defaults={{ ...company, ...item.price, pricesIncludeTax: item.pricesIncludeTax }}
        write={write}
        submit="Save"
        back={
          <ButtonLink to="/catalogue" variant="default">
            Back
          </ButtonLink>
        }
        onSubmit={async (entry) => {
          if (!(await write.run({ input: { id: item.id, version, item: entry } }))) return;
          notifications.show({ message: 'Saved.' });
          await navigate({ to: '/catalogue' });
        }}
      />
    </>
  );
}
