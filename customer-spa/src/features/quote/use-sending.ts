import { useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { faultSentence } from '../../ui/answer.tsx';
import type { Problem } from '../../ui/problem.ts';

type Outcome = Readonly<{
  data?: Readonly<Record<string, unknown>> | undefined;
  error?: CombinedError | undefined;
}>;
type Refused = Readonly<{ __typename: 'Refusal'; message: string }>;

/** Sends something once, however often the button is pressed, and says at this field why it did not go through. */
export function useSending(at: string | null) {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSending, setSending] = useState(false);
  // not the state: two presses can come before it is drawn
  const isBusy = useRef(false);

  /** Whether it went through; `onAnswer` hears of any answer, also of a no. */
  async function send(ask: () => Promise<Outcome>, onAnswer?: () => void): Promise<boolean> {
    if (isBusy.current) return false;
    isBusy.current = true;
    setSending(true);
    setProblems([]);
    const { data, error } = await ask();
    isBusy.current = false;
    setSending(false);
    if (data) onAnswer?.();
    else setProblems([{ at: null, message: error ? faultSentence(error) : 'No answer came.' }]);
    const refused = Object.values(data ?? {}).find(isRefusal);
    if (refused) setProblems([{ at, message: refused.message }]);
    return data !== undefined && !refused;
  }

  return { problems, setProblems, isSending, send };
}

const isRefusal = (answer: unknown): answer is Refused =>
  typeof answer === 'object' && answer !== null && '__typename' in answer && answer.__typename === 'Refusal';
