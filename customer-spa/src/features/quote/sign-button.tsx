import type { ChoiceProblem } from '@countersign/api/domain/options';
import type { QuotePrice } from '@countersign/api/domain/pricing';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { leadTo } from './lead-to.ts';
import { MainAmount, ThenAmounts } from './recurring-words.tsx';

type Props = {
  quote: Quote_AllFragment;
  price: QuotePrice;
  problem: ChoiceProblem | null;
  isSending: boolean;
};

/** Says what is signed; while something has to be chosen first, it says what, and leads there. */
export function SignButton({ quote, price, problem, isSending }: Props) {
  if (problem)
    return (
      <div className="to-choose">
        <p id="to-choose">{problem.message}</p>
        <button
          type="button"
          className="primary"
          aria-describedby="to-choose"
          onClick={() => leadTo(problem)}
        >
          Choose, then sign
        </button>
      </div>
    );
  return (
    <button type="submit" className="primary" aria-disabled={isSending}>
      {isSending ? (
        'Signing…'
      ) : (
        <>
          Sign and accept <MainAmount quote={quote} price={price} />
          <ThenAmounts quote={quote} price={price} />
        </>
      )}
    </button>
  );
}
