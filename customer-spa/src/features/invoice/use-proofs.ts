import { useState } from 'react';
import type { LinkKind } from '../../link.ts';
import { tokenOf } from '../../session.ts';
import type { Problem } from '../../ui/problem.ts';
import { sendProofs, tooMany } from './send-proof.ts';

const most = 3;

export type Proofs = ReturnType<typeof useProofs>;

/** Files for a claim: chosen with the form, sent once the claim is open, and more of them later. */
export function useProofs({ kind, number, onSent }: { kind: LinkKind; number: string; onSent: () => void }) {
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [isSending, setSending] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const say = (message: string | null) =>
    setProblems(message === null ? [] : [{ at: 'claim-proof', message }]);

  function choose(files: readonly File[]): void {
    setChosen(files.slice(0, most));
    say(tooMany(files, most));
  }

  async function send(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    setSending(true);
    setProblems([]);
    const problem = await sendProofs(files.slice(0, most), { token: tokenOf(kind), number });
    setSending(false);
    setChosen([]);
    say(problem ?? tooMany(files, most));
    onSent();
  }

  return { most, chosen, isSending, problems, choose, send };
}
