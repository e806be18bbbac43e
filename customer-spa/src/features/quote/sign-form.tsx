import type { Money } from '@countersign/api/domain/money';
import { useState, type FormEvent } from 'react';
import type { Quote_AllFragment, SignatureMethod } from '../../gql/graphql.ts';
import { Field } from '../../ui/field.tsx';
import { Amount } from '../../ui/figures.tsx';
import { ErrorSummary, FieldProblem, marked } from '../../ui/problems.tsx';
import { slipsOf } from './sign-problems.ts';
import { SignatureTabs } from './signature-tabs.tsx';
import type { Stroke } from './strokes.ts';
import { useSigning } from './use-signing.ts';

type Props = {
  quote: Quote_AllFragment;
  optionIds: readonly string[];
  total: Money;
  onSigned: (quote: Quote_AllFragment) => void;
  onStale: () => void;
};

export function SignForm({ quote, optionIds, total, onSigned, onStale }: Props) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [method, setMethod] = useState<SignatureMethod>('TYPED');
  const [strokes, setStrokes] = useState<Stroke[]>([]);
  const [agrees, setAgrees] = useState(false);
  const { problems, setProblems, isSending, send } = useSigning({ onSigned, onStale });

  function submit(event: FormEvent) {
    event.preventDefault();
    const isDrawn = method === 'DRAWN';
    const slips = slipsOf({ name, email, isDrawn, strokes, agrees });
    if (slips.length > 0) return setProblems(slips);
    void send({
      revisionHash: quote.revisionHash,
      optionIds: [...optionIds],
      expectedTotal: total.amount,
      name: name.trim(),
      email: email.trim(),
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
        This link is personal to <span className="whole">{quote.sentTo}</span>. Please sign with that address.
      </p>
      <ErrorSummary problems={problems} />
      <Field
        at="sign-name"
        label="Your name"
        autoComplete="name"
        maxLength={500}
        value={name}
        onText={setName}
        problems={problems}
      />
      <Field
        at="sign-email"
        label="Your e-mail address"
        type="email"
        inputMode="email"
        autoComplete="email"
        value={email}
        onText={setEmail}
        problems={problems}
      />
      <SignatureTabs {...{ method, name, strokes, problems }} onMethod={setMethod} onStrokes={setStrokes} />
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
      <button type="submit" className="primary" aria-disabled={isSending}>
        {isSending ? (
          'Signing…'
        ) : (
          <>
            Sign and accept <Amount money={total} />
          </>
        )}
      </button>
      <p className="fine">
        The company gets your signature with the time, your network address and your browser’s name as
        evidence.
      </p>
    </form>
  );
}
