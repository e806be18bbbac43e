import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page.tsx';
import { EditInvoice } from './free/edit-invoice.tsx';

const Edited = graphql(`
  query EditInvoiceScreen($id: ID!) {
    invoice(id: $id) {
      ...FreeInvoiceForm
    }
    company {
      ...FreeInvoiceCompany
    }
  }
`);

export function EditInvoiceScreen() {
  const { invoiceId } = useParams({ from: '/inside/invoices/$invoiceId/edit' });
  // read once: what is on the screen never changes under the fingers, and a conflict is noticed by saving
  const read = useQuery({
    queryKey: ['edited-invoice', invoiceId],
    queryFn: () => request(Edited, { id: invoiceId }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <div>
      <Loaded read={read} rows={8}>
        {({ invoice, company }) =>
          invoice.actions.includes('EDIT') ? (
            <>
              <PageHead
                title="Edit the invoice"
                above={
                  <Link to="/invoices/$invoiceId" params={{ invoiceId }}>
                    Back to the invoice
                  </Link>
                }
                lead="It waits for approval; the customer has not seen it."
              />
              <EditInvoice invoice={invoice} company={company} />
            </>
          ) : (
            <Empty
              icon="invoice"
              title="This invoice cannot be edited"
              action={
                <ButtonLink to="/invoices/$invoiceId" params={{ invoiceId }} variant="default">
                  Show the invoice
                </ButtonLink>
              }
            >
              What is issued never changes; it is voided or credited.
            </Empty>
          )
        }
      </Loaded>
    </div>
  );
}
