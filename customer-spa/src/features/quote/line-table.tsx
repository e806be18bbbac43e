import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { fromWords, per } from '../../ui/billing-words.ts';
import { Amount } from '../../ui/figures.tsx';
import { lineWords } from './line-words.ts';

/** What is always part of it: what is charged once, and apart from it what is charged again and again. */
export function LineTable({ quote }: { quote: Quote_AllFragment }) {
  const tax = quote.company.taxLabel || 'tax';
  const once = quote.lines.filter(({ billing }) => billing === 'ONCE');
  const again = quote.lines.filter(({ billing }) => billing !== 'ONCE');
  const note = quote.pricesIncludeTax
    ? `Prices include ${tax}.`
    : `Prices without ${tax}; it is added below.`;
  if (quote.lines.length === 0) return null;
  return (
    <section aria-labelledby="lines-title">
      <h2 id="lines-title">Price</h2>
      {once.length > 0 && <Lines quote={quote} lines={once} caption={note} />}
      {again.length > 0 && (
        <Lines
          quote={quote}
          lines={again}
          caption={`${once.length > 0 ? 'And regularly' : note.slice(0, -1)}, ${fromWords(quote.effectiveDate)}:`}
        />
      )}
    </section>
  );
}

type Props = { quote: Quote_AllFragment; lines: Quote_AllFragment['lines']; caption: string };

function Lines({ quote, lines, caption }: Props) {
  return (
    <table className="figures">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Amount</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              {line.description}
              <span className="fine under">{lineWords(line, quote.company.taxLabel)}</span>
            </th>
            <td>
              <Amount money={line.amount} />
              {line.billing !== 'ONCE' && <span className="fine under">{per[line.billing]}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
