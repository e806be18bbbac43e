import type { ChoiceProblem } from '@countersign/api/domain/options';
import type { Choice, QuotePrice } from '@countersign/api/domain/pricing';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { Documents } from './documents.tsx';
import { SignForm } from './sign-form.tsx';
import { Talk } from './talk.tsx';

type Props = {
  quote: Quote_AllFragment;
  choices: readonly Choice[];
  price: QuotePrice;
  problem: ChoiceProblem | null;
  onSigned: (quote: Quote_AllFragment) => void;
  onStale: () => void;
};

/** What comes after reading: the papers to keep, a question or a wish, a no, or the signature. */
export function Answers({ quote, ...signing }: Props) {
  return (
    <div className="answers">
      <Documents quote={quote} />
      <Talk quote={quote} />
      <SignForm quote={quote} {...signing} />
    </div>
  );
}
