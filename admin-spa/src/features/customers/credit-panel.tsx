import { Button } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { CustomerCreditFragment } from '../../gql/graphql.ts';
import { ApplyCreditDialog } from '../../money/apply-credit-dialog.tsx';
import { useMay } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';
import type { Money } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { CreditMovements } from './credit-movements.tsx';
import styles from './credit.module.css';
import { GiveBackDialog } from './give-back-dialog.tsx';

graphql(`
  fragment CustomerCredit on Customer {
    id
    name
    credits {
      amount
      currency
    }
    creditMovements {
      ...CreditMovementRow
    }
    invoices {
      id
      number
      actions
      balance {
        amount
        currency
      }
    }
  }
`);

type Customer = CustomerCreditFragment;
type Open = Customer['invoices'][number];

/** What the customer has to their credit, what it can be used for, and how it came about. */
export function CreditPanel({ customer }: { customer: Customer }) {
  const [back, setBack] = useState(false);
  const refunds = useMay('REFUND_PAYMENTS');
  const credits = customer.credits.filter(({ amount }) => amount > 0);
  if (credits.length === 0 && customer.creditMovements.length === 0) return null;
  return (
    <Panel title="Credit" flush>
      <div className={styles.credits}>
        {credits.length === 0 && <p className="dim">Nothing is left of it.</p>}
        {credits.map((credit) => (
          <Credit key={credit.currency} credit={credit} customer={customer} />
        ))}
        {refunds && credits.length > 0 && (
          <Button size="xs" variant="default" onClick={() => setBack(true)}>
            Give money back…
          </Button>
        )}
      </div>
      <CreditMovements movements={customer.creditMovements} />
      <GiveBackDialog customerId={customer.id} opened={back} onClose={() => setBack(false)} />
    </Panel>
  );
}

function Credit({ credit, customer }: { credit: Money; customer: Customer }) {
  const [invoice, setInvoice] = useState<Open | null>(null);
  const open = customer.invoices.filter(
    ({ actions, balance }) => actions.includes('APPLY_CREDIT') && balance.currency === credit.currency,
  );
  return (
    <div className={styles.credit}>
      <strong>
        <Amount of={credit} />
      </strong>
      {open.slice(0, 3).map((one) => (
        <Button key={one.id} size="xs" variant="default" onClick={() => setInvoice(one)}>
          Use for {one.number}…
        </Button>
      ))}
      {open.length === 0 && <span className="dim">The next invoice offers to use it.</span>}
      {invoice && (
        <ApplyCreditDialog
          invoice={{ ...invoice, customer, customerCredit: credit }}
          opened
          onClose={() => setInvoice(null)}
        />
      )}
    </div>
  );
}
