import { useQuery } from '@tanstack/react-query';
import { graphql } from '../gql/gql.ts';
import { request } from '../graphql.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { RefundForm } from './refund-form.tsx';

graphql(`
  fragment RefundablePayment on Payment {
    id
    method
    amount {
      amount
      currency
    }
    refunded {
      amount
      currency
    }
    refundable {
      amount
      currency
    }
    confirmedAt
    reference
    invoice {
      id
      number
    }
  }
`);

const ToRefund = graphql(`
  query RefundDialog($invoiceId: ID!) {
    invoice(id: $invoiceId) {
      customer {
        name
        email
      }
      payments {
        ...RefundablePayment
      }
    }
    company {
      paymentSettings {
        refundLimit {
          amount
          currency
        }
      }
    }
  }
`);

type Props = {
  invoiceId: string;
  /** The payment to give back of; null for the first that anything is left of. */
  paymentId: string | null;
  opened: boolean;
  onClose: () => void;
};

/** Gives money of a payment back; invoices, customers and the inbox all ask here. */
export function RefundDialog({ invoiceId, paymentId, opened, onClose }: Props) {
  return (
    <Dialog title="Give money back" opened={opened} onClose={onClose}>
      <Asked invoiceId={invoiceId} paymentId={paymentId} onClose={onClose} />
    </Dialog>
  );
}

function Asked({ invoiceId, paymentId, onClose }: Omit<Props, 'opened'>) {
  // read once: what is left must not change under the fingers, and the server counts again anyway
  const read = useQuery({
    queryKey: ['refund', invoiceId],
    queryFn: () => request(ToRefund, { invoiceId }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Loaded read={read} rows={4}>
      {({ invoice, company }) => {
        const left = invoice.payments.filter(({ refundable }) => refundable.amount > 0);
        const payment = left.find(({ id }) => id === paymentId) ?? (paymentId === null ? left[0] : undefined);
        if (payment === undefined) return <p>Nothing of it can be given back now.</p>;
        return (
          <RefundForm
            payment={payment}
            customer={invoice.customer}
            limit={company.paymentSettings.refundLimit}
            onClose={onClose}
          />
        );
      }}
    </Loaded>
  );
}
