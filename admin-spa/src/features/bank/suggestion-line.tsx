import { Link } from '@tanstack/react-router';
import { minor } from '@countersign/api/domain/money';
import { graphql } from '../../gql/gql.ts';
import type { BankSuggestionFragment as Suggestion } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { type Money, useFormat } from '../../ui/format.ts';
import { Status } from '../../ui/status.tsx';
import { invoiceName, method } from '../../ui/words.ts';
import { confidence, reason } from './bank-words.ts';
import styles from './suggestion-line.module.css';

graphql(`
  fragment BankSuggestion on BankSuggestion {
    confidence
    reasons
    rest {
      amount
      currency
    }
    allocations {
      amount {
        amount
        currency
      }
      invoice {
        ...BankInvoice
      }
    }
    payment {
      id
      method
      receivedOn
      invoice {
        id
        number
      }
    }
  }
  fragment BankInvoice on Invoice {
    id
    number
    dueDate
    balance {
      amount
      currency
    }
    customer {
      id
      name
    }
  }
`);

type Props = { suggestion: Suggestion; amount: Money };

/** What a line could be, and why. */
export function SuggestionLine({ suggestion, amount }: Props) {
  const { label, tone } = confidence[suggestion.confidence];
  return (
    <div className={styles.suggestion}>
      {suggestion.payment ? (
        <p className={styles.target}>
          The {method[suggestion.payment.method].toLowerCase()} of <Day on={suggestion.payment.receivedOn} />{' '}
          for{' '}
          <Link
            to="/invoices/$invoiceId"
            params={{ invoiceId: suggestion.payment.invoice.id }}
            className="num"
          >
            {invoiceName(suggestion.payment.invoice)}
          </Link>
          , which is recorded already
        </p>
      ) : (
        suggestion.allocations.map(({ invoice, amount: part }) => (
          <p key={invoice.id} className={styles.target}>
            <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }} className="num">
              {invoiceName(invoice)}
            </Link>
            <span>{invoice.customer.name}</span>
            <span className="dim">
              {part.amount === invoice.balance.amount ? (
                <>
                  owes <Amount of={invoice.balance} />, due <Day on={invoice.dueDate} />
                </>
              ) : (
                <>
                  <Amount of={part} /> of <Amount of={invoice.balance} />, due <Day on={invoice.dueDate} />
                </>
              )}
            </span>
          </p>
        ))
      )}
      <p className={styles.reasons}>
        <Status tone={tone}>{label}</Status>
        {suggestion.reasons.map((each) => (
          <span key={each} className={styles.reason} data-off={reason[each].isOff}>
            {reason[each].label}
          </span>
        ))}
      </p>
      <Difference suggestion={suggestion} amount={amount} />
    </div>
  );
}

/** What confirming would leave: a credit, or something that is still owed. */
function Difference({ suggestion, amount }: Props) {
  const format = useFormat();
  const { rest, allocations } = suggestion;
  const [only] = allocations;
  if (rest.amount > 0)
    return (
      <p className={styles.difference}>
        {format.money(rest)} more than is owed become the customer’s credit.
      </p>
    );
  if (only === undefined || allocations.length > 1) return null;
  const { balance } = only.invoice;
  const owed = balance.amount - amount.amount;
  if (owed <= 0) return null;
  return (
    <p className={styles.difference}>
      {format.money({ amount: minor(owed), currency: balance.currency })} stay owed.
    </p>
  );
}
