import { type Choice, quotePrice } from '@countersign/api/domain/pricing';
import { graphql } from '../gql/gql.ts';
import type { ToAcceptFragment } from '../gql/graphql.ts';
import { useFormat } from '../ui/format.ts';
import { everyBilling } from '../ui/words.ts';
import styles from './on-behalf.module.css';

graphql(`
  fragment ToAccept on Quote {
    id
    number
    customer {
      name
      contactName
    }
    pricesIncludeTax
    taxRounding
    discount {
      percent
      amount {
        amount
      }
    }
    totals {
      gross {
        currency
      }
    }
    lines {
      quantity
      unitPrice {
        amount
      }
      discount {
        percent
        amount {
          amount
        }
      }
      taxTreatment
      taxRate
      billing
    }
    groups {
      id
      title
      description
      min
      max
    }
    options {
      id
      groupId
      title
      price {
        amount
        currency
      }
      taxTreatment
      taxRate
      billing
      minQuantity
      maxQuantity
      requires
      excludes
      preselected
    }
  }
`);

type Reduction = ToAcceptFragment['discount'];

const plain = (discount: Reduction) =>
  discount && { percent: discount.percent, amount: discount.amount?.amount ?? null };

/** What it comes to with these options, by the server's own arithmetic. */
export function AgreedTotal({ quote, choices }: { quote: ToAcceptFragment; choices: readonly Choice[] }) {
  const format = useFormat();
  const { currency } = quote.totals.gross;
  const { totals, recurring } = quotePrice(
    {
      pricesIncludeTax: quote.pricesIncludeTax,
      taxRounding: quote.taxRounding,
      discount: plain(quote.discount),
      lines: quote.lines.map((line) => ({
        ...line,
        unitPrice: line.unitPrice.amount,
        discount: plain(line.discount),
      })),
      options: quote.options.map((option) => ({ ...option, price: option.price.amount })),
    },
    choices,
  );
  return (
    <p className={styles.total} role="status">
      Total <strong className="num">{format.money({ amount: totals.gross, currency })}</strong>
      {recurring.map((part) => (
        <span key={part.billing}>
          {' '}
          and <strong className="num">{format.money({ amount: part.totals.gross, currency })}</strong>
          {everyBilling[part.billing]}
        </span>
      ))}
    </p>
  );
}
