import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { Field } from '../../ui/field.tsx';
import type { Problem } from '../../ui/problem.ts';
import { ErrorSummary, FieldProblem, marked } from '../../ui/problems.tsx';
import { useKept } from '../../use-kept.ts';
import { useSeconds } from './use-seconds.ts';
import { useSending } from './use-sending.ts';
import { useViewing } from './viewing.ts';

const SignCode_Request = graphql(`
  mutation SignCode_Request($input: RequestSigningCodeInput!) {
    requestSigningCode(input: $input) {
      __typename
      ... on SigningCodeSent {
        sentTo
        minutes
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** A mail takes a moment; who presses again at once only makes the first code worthless. */
const patience = 30;

type Props = {
  quote: Quote_AllFragment;
  code: string;
  onCode: (code: string) => void;
  onAsked: () => void;
  problems: readonly Problem[];
};

/** The code that proves the mailbox: sent when it is asked for, typed here, good for the newest mail only. */
export function SignCode({ quote, code, onCode, onAsked, problems }: Props) {
  const { number } = useViewing();
  const [{ data }, execute] = useMutation(SignCode_Request);
  const { problems: notSent, isSending, send } = useSending(null);
  // who reloads, or comes back from the mail, goes on at the field
  const [asked, setAsked] = useKept(`code ${quote.number}`);
  const { left, start } = useSeconds();
  const [isNew, setNew] = useState(false);
  const minutes =
    data?.requestSigningCode.__typename === 'SigningCodeSent' && data.requestSigningCode.minutes;

  async function request() {
    if (left > 0 || !(await send(() => execute({ input: { number } })))) return;
    onAsked();
    setAsked('yes');
    setNew(true);
    start(patience);
    // the field may only be drawn now
    requestAnimationFrame(() => document.getElementById('sign-code')?.focus());
  }

  const to = <span className="whole">{quote.sentTo}</span>;
  const ask = (words: string, look: string) => (
    <button
      type="button"
      className={look}
      aria-disabled={isSending || left > 0}
      onClick={() => void request()}
      {...(asked ? {} : marked(problems, 'sign-code'))}
    >
      {isSending ? 'Sending…' : words}
    </button>
  );
  return (
    <div className="field code-step" role="group" aria-labelledby="code-label">
      <p className="label" id="code-label">
        A code by mail
      </p>
      <ErrorSummary problems={notSent} />
      {asked ? (
        <>
          <p role="status" className="hint">
            {isNew ? (
              <>
                We have sent six digits to {to}. They are good for {minutes || 10} minutes. If the mail does
                not come, please look in the spam folder.
              </>
            ) : (
              <>Enter the six digits from the newest mail to {to}.</>
            )}
          </p>
          <Field
            at="sign-code"
            label="Code from the mail"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            value={code}
            onText={onCode}
            problems={problems}
          />
          {ask(left > 0 ? `Send a new code (in ${left} s)` : 'Send a new code', 'quiet')}
        </>
      ) : (
        <>
          <p className="hint">
            Before you sign, we send a code of six digits to {to}. It shows that the signature is yours.
          </p>
          <div className="row">
            {ask('Send me the code', 'secondary')}
            <button type="button" className="quiet" onClick={() => setAsked('yes')}>
              I have a code
            </button>
          </div>
          <FieldProblem problems={problems} at="sign-code" />
        </>
      )}
    </div>
  );
}
