import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { askWords } from './choice-words.ts';
import { OptionCard } from './option-card.tsx';
import type { Choosing } from './use-choices.ts';

type Group = Quote_AllFragment['groups'][number];
type Props = { quote: Quote_AllFragment; group: Group; choosing: Choosing };

/** Options to choose between: cards of which one is picked, or boxes of which several can be ticked. */
export function OptionGroup({ quote, group, choosing }: Props) {
  const members = quote.options.filter(({ groupId }) => groupId === group.id);
  const chosen = members.find(({ id }) => choosing.choices.some(({ optionId }) => optionId === id));
  const isPickOne = group.max === 1;
  return (
    <fieldset className="option-group" id={`group-${group.id}`} tabIndex={-1}>
      <legend>{group.title}</legend>
      <p className="hint">{[group.description, askWords(group, members.length)].filter(Boolean).join(' ')}</p>
      <div className={isPickOne && members.length < 4 ? 'option-list side-by-side' : 'option-list'}>
        {members.map((option) => (
          <OptionCard
            key={option.id}
            quote={quote}
            option={option}
            choosing={choosing}
            {...(isPickOne ? { pickedFrom: group.id, instead: chosen } : {})}
          />
        ))}
      </div>
      {isPickOne && group.min === 0 && (
        <label className="option none">
          <span className="choice">
            <input
              type="radio"
              name={`pick-${group.id}`}
              checked={!chosen}
              onChange={() => chosen && choosing.take(chosen.id, 0)}
            />
            <span className="what">None of these</span>
          </span>
        </label>
      )}
    </fieldset>
  );
}
