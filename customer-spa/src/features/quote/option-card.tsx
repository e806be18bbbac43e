import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { bondWords } from './choice-words.ts';
import { OptionPrice } from './option-price.tsx';
import { Stepper } from './stepper.tsx';
import type { Choosing } from './use-choices.ts';

type Option = Quote_AllFragment['options'][number];
type Props = {
  quote: Quote_AllFragment;
  option: Option;
  choosing: Choosing;
  /** The group of which one is picked, and what is picked there now. */
  pickedFrom?: string;
  instead?: Option | undefined;
};

export function OptionCard({ quote, option, choosing, pickedFrom, instead }: Props) {
  const { id, title, description, minQuantity, maxQuantity } = option;
  const quantity = choosing.choices.find(({ optionId }) => optionId === id)?.quantity ?? 0;
  const bonds = bondWords(quote, id);
  const { said, take } = choosing;
  return (
    <div className="option">
      <label className="choice">
        <input
          id={`option-${id}`}
          type={pickedFrom ? 'radio' : 'checkbox'}
          {...(pickedFrom ? { name: `pick-${pickedFrom}` } : {})}
          checked={quantity > 0}
          aria-label={title}
          aria-describedby={`about-${id}`}
          onChange={(event) => take(id, event.currentTarget.checked ? minQuantity : 0)}
        />
        <span className="what" id={`about-${id}`}>
          <strong aria-hidden="true">{title}</strong>
          <OptionPrice quote={quote} option={option} quantity={quantity} instead={instead} />
          {description && <span className="under about">{description}</span>}
          {bonds && <span className="fine under">{bonds}</span>}
        </span>
      </label>
      {quantity > 0 && maxQuantity > 1 && (
        <Stepper option={option} quantity={quantity} onQuantity={(next) => take(id, next)} />
      )}
      {said?.at === id &&
        said.notes.map((note) => (
          <p key={note} className="rule-note" aria-hidden="true">
            {note}
          </p>
        ))}
    </div>
  );
}
