import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { useAttempt } from '../attempt.ts';
import { graphql } from '../gql/gql.ts';
import { faultSentence } from './answer.tsx';
import type { Problem } from './problem.ts';
import { ErrorSummary } from './problems.tsx';

const AccountLink_Ask = graphql(`
  mutation AccountLink_Ask($input: RequestAccountLinkInput!) {
    requestAccountLink(input: $input) {
      __typename
      ... on AccountLinkSent {
        sentTo
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** The way to everything: by mail to the address on file, because this link was made for less. */
export function AccountLink({ company }: { company: string }) {
  const [, execute] = useMutation(AccountLink_Ask);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const isBusy = useRef(false);
  const attempt = useAttempt();

  async function ask() {
    if (isBusy.current) return;
    isBusy.current = true;
    setProblems([]);
    const { data, error } = await execute({ input: { idempotencyKey: attempt.keyFor({}) } });
    isBusy.current = false;
    if (data) attempt.answered();
    const answer = data?.requestAccountLink;
    if (answer?.__typename === 'AccountLinkSent') setSentTo(answer.sentTo);
    else if (answer) setProblems([{ at: null, message: answer.message }]);
    else if (error) setProblems([{ at: null, message: faultSentence(error) }]);
  }

  return (
    <section className="account-link no-print" aria-labelledby="account-link-title">
      <h2 id="account-link-title">Everything from {company}</h2>
      <p>
        All your quotes, invoices, payments and receipts, and a statement of account. We mail the link to the
        address that {company} has for you.
      </p>
      <ErrorSummary problems={problems} />
      <div aria-live="polite">
        {sentTo && (
          <p className="note good">
            The link is on its way to {sentTo}. It can take a few minutes; please look in the spam folder too.
          </p>
        )}
      </div>
      {!sentTo && (
        <button type="button" className="secondary" onClick={() => void ask()}>
          See everything from {company}
        </button>
      )}
    </section>
  );
}
