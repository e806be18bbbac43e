import { minor } from '@countersign/api/domain/money';
import { optionAmount } from '@countersign/api/domain/pricing';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { per } from '../../ui/billing-words.ts';
import { amountText } from '../../ui/figure-words.ts';
import { Amount } from '../../ui/figures.tsx';
import { taxWords } from '../../ui/tax-words.ts';

type Option = Quote_AllFragment['options'][number];
type Props = {
  quote: Quote_AllFragment;
  option: Option;
  quantity: number;
  instead: Option | undefined;
};

/** What one costs, what the chosen number of them costs, and what changing to it would cost. */
export function OptionPrice({ quote, option, quantity, instead }: Props) {
  const { price, billing, maxQuantity } = option;
  const isMany = maxQuantity > 1;
  const sum = optionAmount({ price: price.amount }, quantity);
  return (
    <span className="price under">
      <span className="whole-price">
        <Amount money={price} /> {[isMany && 'each', per[billing]].filter(Boolean).join(', ')}
      </span>
      {isMany && quantity > 1 && (
        <span className="under">
          {quantity} for <Amount money={{ ...price, amount: sum }} />
        </span>
      )}
      <span className="fine under">
        {[taxOf(quote, option), instead && instead !== option ? difference(option, instead) : '']
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}

function taxOf({ pricesIncludeTax, company }: Quote_AllFragment, option: Option): string {
  const words = taxWords(company.taxLabel, option);
  if (option.taxTreatment !== 'STANDARD') return words;
  return `${pricesIncludeTax ? 'incl.' : 'plus'} ${words}`;
}

/** Only what is charged in one rhythm can be compared. */
function difference({ price, billing, maxQuantity }: Option, now: Option): string {
  const more = minor(price.amount - now.price.amount);
  if (billing !== now.billing || maxQuantity > 1 || now.maxQuantity > 1 || more === 0) return '';
  const text = amountText({ ...price, amount: minor(Math.abs(more)) });
  return more > 0 ? `${text} more than now` : `${text} less than now`;
}
