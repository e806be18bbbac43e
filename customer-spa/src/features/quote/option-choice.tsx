import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { Amount, rateText } from '../../ui/figures.tsx';

type Props = { quote: Quote_AllFragment; optionIds: readonly string[]; onToggle: (id: string) => void };

export function OptionChoice({ quote, optionIds, onToggle }: Props) {
  if (quote.options.length === 0) return null;
  const tax = quote.company.taxLabel || 'tax';
  return (
    <section aria-labelledby="options-title" className="choices">
      <h2 id="options-title" tabIndex={-1}>
        Options
      </h2>
      <p className="hint">Tick what you want; the total follows.</p>
      {quote.options.map(({ id, title, description, price, taxRate }) => (
        <label key={id} className="choice">
          <input
            type="checkbox"
            checked={optionIds.includes(id)}
            aria-label={title}
            aria-describedby={`option-${id}`}
            onChange={() => onToggle(id)}
          />
          <span className="what">
            <strong>{title}</strong>
            {description && <span className="under">{description}</span>}
          </span>
          <span className="price" id={`option-${id}`}>
            + <Amount money={price} />
            <span className="fine under">
              {quote.pricesIncludeTax ? 'incl.' : 'plus'} {tax} {rateText(taxRate)}
            </span>
          </span>
        </label>
      ))}
    </section>
  );
}
