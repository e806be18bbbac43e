import { useState } from 'react';
import type { LinkKind } from '../../link.ts';
import { tokenOf } from '../../session.ts';
import type { Problem } from '../../ui/problem.ts';
import { sendProof } from './send-proof.ts';

const most = 3;

export type Proofs = ReturnType<typeof useProofs>;

/** Files for a claim: chosen with the form, sent once the claim is open, and more of them later. */
export function useProofs({ kind, number, onSent }: { kind: LinkKind; number: string; onSent: () => void }) {
  const [chosen, choose] = useState<readonly File[]>([]);
  const [isSending, setSending] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  async function send(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    setSending(true);
    setProblems([]);
    // one after the other: a phone's line carries one photo at a time, and the first that fails says why
    let problem: string | null = null;
    for (const file of files.slice(0, most)) {
      problem = await sendProof(file, { token: tokenOf(kind), number });
      if (problem !== null) break;
    }
    setSending(false);
    choose([]);
    if (problem !== null) setProblems([{ at: 'claim-proof', message: problem }]);
    onSent();
  }

  return { most, chosen, isSending, problems, choose, send };
}
