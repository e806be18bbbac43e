import type { LocalDate } from '@countersign/api/domain/local-date';
import { minor, type Money } from '@countersign/api/domain/money';
import type { AccountStatement_ReadQuery, StatementKind } from '../../gql/graphql.ts';
import { dayText } from '../../ui/day.ts';
import { amountText } from '../../ui/figure-words.ts';
import { locale } from '../../ui/locale.ts';

type Statement = AccountStatement_ReadQuery['portalStatements'][number];

const kinds: Readonly<Record<StatementKind, string>> = {
  INVOICE: 'Invoice',
  PAYMENT: 'Payment for',
  CREDIT_NOTE: 'Credit',
  REFUND: 'Refund for',
  WRITE_OFF: 'No longer claimed:',
  OTHER: 'Other entry for',
};

/** The entries of a period with what is owed after each. */
export function StatementTable({ statement, from }: { statement: Statement; from: LocalDate }) {
  const { currency, opening, lines, closing } = statement;
  return (
    <table className="figures statement">
      <caption className="sr-only">Statement of account in {currency}</caption>
      <thead>
        <tr>
          <th scope="col">Entry</th>
          <th scope="col">Amount, and what is owed after it</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            Brought forward<span className="fine under">{dayText(from, locale)}</span>
          </th>
          <td>{signedText(opening)}</td>
        </tr>
        {lines.map(({ day, kind, number, charged, paid, balance }, index) => (
          <tr key={index}>
            <th scope="row">
              {kinds[kind]} {number}
              <span className="fine under">{dayText(day, locale)}</span>
            </th>
            <td>
              {charged.amount > 0 ? amountText(charged) : `\u2212${amountText(paid)}`}
              <span className="fine under">{signedText(balance)}</span>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <strong>{closing.amount < 0 ? 'Your credit' : 'Still to pay'}</strong>
          </th>
          <td>
            <strong>{amountText(sizeOf(closing))}</strong>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

const sizeOf = (money: Money): Money => ({ ...money, amount: minor(Math.abs(money.amount)) });

/** With a minus that is as wide as a digit, where the customer has credit. */
const signedText = (money: Money): string =>
  `${money.amount < 0 ? '\u2212' : ''}${amountText(sizeOf(money))}`;
