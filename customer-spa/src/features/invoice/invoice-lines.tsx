import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import { amountText, rateText } from '../../ui/figure-words.ts';
import { Amount } from '../../ui/figures.tsx';

export function InvoiceLines({ invoice }: { invoice: Pick<Invoice_AllFragment, 'company' | 'lines'> }) {
  const tax = invoice.company.taxLabel || 'tax';
  return (
    <section aria-labelledby="lines-title">
      <h2 id="lines-title">What it is for</h2>
      <table className="figures">
        <caption className="sr-only">Lines of the invoice</caption>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Amount with {tax}</th>
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map(({ description, taxRate, net, gross }, index) => (
            <tr key={index}>
              <th scope="row">
                {description}
                <span className="fine under">
                  {amountText(net)} plus {tax} {rateText(taxRate)}
                </span>
              </th>
              <td>
                <Amount money={gross} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
