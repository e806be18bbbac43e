import type { ChoiceProblem } from '@countersign/api/domain/options';
import type { Choice, QuotePrice } from '@countersign/api/domain/pricing';
import { useState, type FormEvent } from 'react';
import type { Quote_AllFragment, SignatureMethod } from '../../gql/graphql.ts';
import { ErrorSummary, FieldProblem, marked } from '../../ui/problems.tsx';
import { leadTo } from './lead-to.ts';
import { SignButton } from './sign-button.tsx';
import { SignCode } from './sign-code.tsx';
import { digitsOf, slipsOf } from './sign-problems.ts';
import { useKept } from '../../use-kept.ts';
import { SignerFields } from './signer-fields.tsx';
import { SignatureTabs } from './signature-tabs.tsx';
import type { Stroke } from './strokes.ts';
import { useSigning } from './use-signing.ts';
import { useViewing } from './viewing.ts';

type Props = {
  quote: Quote_AllFragment;
  choices: readonly Choice[];
  price: QuotePrice;
  problem: ChoiceProblem | null;
  onSigned: (quote: Quote_AllFragment) => void;
  onStale: () => void;
};

export function SignForm({ quote, choices, price, problem, onSigned, onStale }: Props) {
  const { number, preview } = useViewing();
  const [name, setName] = useKept('name');
  const [email, setEmail] = useKept('email');
  const [code, setCode] = useState('');
  const [method, setMethod] = useState<SignatureMethod>('TYPED');
  const [strokes, setStrokes] = useState<Stroke[]>([]);
  const [agrees, setAgrees] = useState(false);
  const proof = quote.mailboxProof;
  const { problems, setProblems, isSending, send } = useSigning({ onSigned, onStale });

  function askedForCode() {
    setCode('');
    setProblems([]);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (problem) return leadTo(problem);
    const isDrawn = method === 'DRAWN';
    const slips = slipsOf({ name, email, proof, code, isDrawn, strokes, agrees });
    if (slips.length > 0) return setProblems(slips);
    void send({
      revisionHash: quote.revisionHash,
      number,
      choices: choices.map(({ optionId, quantity }) => ({ optionId, quantity })),
      expectedTotal: price.totals.gross,
      expectedRecurring: price.recurring.map(({ billing, totals }) => ({ billing, total: totals.gross })),
      name: name.trim(),
      email: proof === 'NONE' ? '' : email.trim(),
      code: proof === 'CODE' ? digitsOf(code) : null,
      agreesToTerms: agrees,
      signature: { method, strokes: isDrawn ? strokes : [] },
    });
  }

  return (
    <form className="sign no-print" aria-labelledby="sign-title" noValidate onSubmit={submit}>
      <h2 id="sign-title" tabIndex={-1}>
        Sign
      </h2>
      <p className="hint">
        This link is personal to <span className="whole">{quote.sentTo}</span>.
        {proof === 'NONE'
          ? ` If somebody else should sign, please ask ${quote.company.name} first.`
          : ' Please sign with that address.'}
      </p>
      {preview !== null && <p className="note">This is a preview, so nobody can sign here.</p>}
      <fieldset className="plain" disabled={preview !== null}>
        <ErrorSummary problems={problems} />
        <SignerFields {...{ proof, name, email, problems }} onName={setName} onEmail={setEmail} />
        <SignatureTabs {...{ method, name, strokes, problems }} onMethod={setMethod} onStrokes={setStrokes} />
        {proof === 'CODE' && (
          <SignCode {...{ quote, code, problems }} onCode={setCode} onAsked={askedForCode} />
        )}
        <div className="field">
          <label className="agree">
            <input
              type="checkbox"
              checked={agrees}
              onChange={(event) => setAgrees(event.currentTarget.checked)}
              {...marked(problems, 'sign-terms')}
            />
            <span>{quote.consent}</span>
          </label>
          <FieldProblem problems={problems} at="sign-terms" />
        </div>
        <SignButton {...{ quote, price, problem, isSending }} />
        <p className="fine">
          The company gets your signature with the time, your network address and your browser’s name as
          evidence.
        </p>
      </fieldset>
    </form>
  );
}
