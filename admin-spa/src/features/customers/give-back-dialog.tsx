import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { GiveBackDialogQuery } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { RefundForm } from '../../money/refund-form.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { invoiceName, method } from '../../ui/words.ts';
import styles from './credit.module.css';

const Payments = graphql(`
  query GiveBackDialog($customerId: ID!) {
    customer(id: $customerId) {
      name
      email
      invoices {
        payments {
          ...RefundablePayment
        }
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

type Props = { customerId: string; opened: boolean; onClose: () => void };

/** Money goes back the way it came, so a payment is chosen first. */
export function GiveBackDialog({ customerId, opened, onClose }: Props) {
  return (
    <Dialog title="Give money back" opened={opened} onClose={onClose}>
      <Asked customerId={customerId} onClose={onClose} />
    </Dialog>
  );
}

function Asked({ customerId, onClose }: Omit<Props, 'opened'>) {
  const read = useQuery({
    queryKey: ['give-back', customerId],
    queryFn: () => request(Payments, { customerId }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Loaded read={read} rows={4}>
      {(found) => <Chosen found={found} onClose={onClose} />}
    </Loaded>
  );
}

function Chosen({ found, onClose }: { found: GiveBackDialogQuery; onClose: () => void }) {
  const { customer, company } = found;
  const payments = customer.invoices
    .flatMap((invoice) => invoice.payments)
    .filter(({ refundable }) => refundable.amount > 0);
  const [id, setId] = useState(payments.length === 1 ? payments[0]?.id : undefined);
  const payment = payments.find((one) => one.id === id);
  if (payment) {
    const limit = company.paymentSettings.refundLimit;
    return <RefundForm payment={payment} customer={customer} limit={limit} onClose={onClose} />;
  }
  if (payments.length === 0) return <p>Nothing of what was paid can be given back now.</p>;
  return (
    <>
      <p>Of which payment?</p>
      <ul className={styles.choices}>
        {payments.map((one) => (
          <li key={one.id}>
            <span>
              {invoiceName(one.invoice)}, {method[one.method].toLowerCase()}: up to{' '}
              <Amount of={one.refundable} />
            </span>
            <Button size="xs" variant="default" onClick={() => setId(one.id)}>
              Choose
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
