import { useRef, useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { RequestFreshLinkInput } from '../gql/graphql.ts';
import { clientFor, faultOf } from '../graphql.ts';
import type { Problem } from './problem.ts';

const FreshLink_Ask = graphql(`
  mutation FreshLink_Ask($input: RequestFreshLinkInput!) {
    requestFreshLink(input: $input)
  }
`);

export type AskingForLink = ReturnType<typeof useFreshLink>;

/** Asks for a fresh link. The answer is the same whatever exists, so all that can be told is whether it arrived. */
export function useFreshLink() {
  const [state, setState] = useState<'IDLE' | 'SENDING' | 'SENT'>('IDLE');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const isBusy = useRef(false);
  async function send(input: RequestFreshLinkInput): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    setState('SENDING');
    setProblems([]);
    // not with the link that opens nothing: it would count as one more wrong try
    const { data, error } = await clientFor(null).mutation(FreshLink_Ask, { input }).toPromise();
    isBusy.current = false;
    setState(data ? 'SENT' : 'IDLE');
    if (!data) setProblems([{ at: null, message: sentences[error ? faultOf(error) : 'NO_ANSWER'] }]);
  }
  return { state, problems, setProblems, send, again: () => setState('IDLE') };
}

const noAnswer = 'No answer came. Please check your connection and try again; doing so is safe.';
const sentences = {
  WRONG_LINK: noAnswer,
  NO_ANSWER: noAnswer,
  TOO_OFTEN: 'There were many tries in a short time. Please wait a quarter of an hour and try again.',
};
