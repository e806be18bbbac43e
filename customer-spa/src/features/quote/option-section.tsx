import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { OptionCard } from './option-card.tsx';
import { OptionGroup } from './option-group.tsx';
import { OptionSums } from './option-sums.tsx';
import type { Choosing } from './use-choices.ts';

type Props = { quote: Quote_AllFragment; choosing: Choosing };

export function OptionSection({ quote, choosing }: Props) {
  if (quote.options.length === 0) return null;
  const known = new Set(quote.groups.map(({ id }) => id));
  const loose = quote.options.filter(({ groupId }) => groupId === null || !known.has(groupId));
  return (
    <section aria-labelledby="options-title" className="choices">
      <h2 id="options-title" tabIndex={-1}>
        Options
      </h2>
      <p className="hint">Take what you want; the total follows at once.</p>
      {quote.groups.map((group) => (
        <OptionGroup key={group.id} quote={quote} group={group} choosing={choosing} />
      ))}
      {loose.length > 0 && (
        <div className="option-list">
          {loose.map((option) => (
            <OptionCard key={option.id} quote={quote} option={option} choosing={choosing} />
          ))}
        </div>
      )}
      <p role="status" className="sr-only">
        {choosing.said?.notes.join(' ')}
      </p>
      <OptionSums quote={quote} choices={choosing.choices} />
    </section>
  );
}
