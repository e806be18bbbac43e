import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { Amount, amountText, quantityText, rateText } from '../../ui/figures.tsx';

type Line = Quote_AllFragment['lines'][number];

export function LineTable({ quote }: { quote: Quote_AllFragment }) {
  const tax = quote.company.taxLabel || 'tax';
  return (
    <section aria-labelledby="lines-title">
      <h2 id="lines-title">Price</h2>
      <table className="figures">
        <caption>
          {quote.pricesIncludeTax ? `Prices include ${tax}.` : `Prices without ${tax}; it is added below.`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {quote.lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                {line.description}
                <span className="fine under">
                  {[quantityOf(line), `${tax} ${rateText(line.taxRate)}`].filter(Boolean).join(' · ')}
                </span>
              </th>
              <td>
                <Amount money={line.amount} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One of something needs no arithmetic shown. */
function quantityOf({ quantity, unit, unitPrice }: Line): string {
  return quantity === 1000
    ? unit
    : `${quantityText(quantity)} ${unit} × ${amountText(unitPrice)}`.replace('  ', ' ');
}
