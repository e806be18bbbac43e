import { useState } from 'react';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { nearestQuantity, typedQuantity } from './choice-words.ts';

type Props = {
  option: Quote_AllFragment['options'][number];
  quantity: number;
  onQuantity: (quantity: number) => void;
};

/** How many. What is being typed stays as it is until it is a number in range, or the field is left. */
export function Stepper({ option, quantity, onQuantity }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const range = { min: option.minQuantity, max: option.maxQuantity };
  const isWrong = typed !== null && typedQuantity(typed, range) === null;
  const hint = `range-${option.id}`;
  function step(by: number) {
    setTyped(null);
    onQuantity(nearestQuantity(String(quantity + by), range, quantity));
  }
  function type(text: string) {
    setTyped(text);
    const read = typedQuantity(text, range);
    if (read !== null) onQuantity(read);
  }
  function leave() {
    if (isWrong) onQuantity(nearestQuantity(typed, range, quantity));
    setTyped(null);
  }
  return (
    <div className="stepper" role="group" aria-label={`How many: ${option.title}`}>
      <button
        type="button"
        className="secondary"
        aria-label={`One less: ${option.title}`}
        aria-disabled={quantity <= range.min}
        onClick={() => step(-1)}
      >
        −
      </button>
      <input
        inputMode="numeric"
        autoComplete="off"
        aria-label={`Quantity: ${option.title}`}
        aria-describedby={hint}
        aria-invalid={isWrong}
        value={typed ?? String(quantity)}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
      />
      <button
        type="button"
        className="secondary"
        aria-label={`One more: ${option.title}`}
        aria-disabled={quantity >= range.max}
        onClick={() => step(1)}
      >
        +
      </button>
      <span className={isWrong ? 'field-problem' : 'fine'} id={hint}>
        {isWrong && 'Please take '}
        {range.min} to {range.max}
      </span>
    </div>
  );
}
