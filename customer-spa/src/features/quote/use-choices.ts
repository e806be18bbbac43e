import { choose, type Offer } from '@countersign/api/domain/options';
import type { Choice } from '@countersign/api/domain/pricing';
import { useState } from 'react';
import { useKept } from '../../use-kept.ts';
import { chosenOf } from './chosen.ts';

/** What the last step of choosing did beside what was pressed, and at which option. */
type Said = Readonly<{ at: string; notes: readonly string[] }>;

export type Choosing = Readonly<{
  choices: readonly Choice[];
  said: Said | null;
  take: (optionId: string, quantity: number) => void;
}>;

/** The choices of the page. They outlive a reload, and a newer version of the quote as far as it still offers them. */
export function useChoices(offer: Offer, keptAs: string): Choosing {
  const [kept, keep] = useKept(`choices ${keptAs}`);
  const [said, setSaid] = useState<Said | null>(null);
  const choices = chosenOf(offer, kept);
  return {
    choices,
    said,
    take(optionId, quantity) {
      const next = choose(offer, choices, optionId, quantity);
      keep(JSON.stringify(next));
      // set anew each time: a box that a rule did not let be ticked has to be drawn as it is
      const now: Said = { at: optionId, notes: [] };
      setSaid(now);
      void notesOf(offer, choices, next, { optionId, quantity }).then((notes) =>
        setSaid((last) => (last === now ? { at: optionId, notes } : last)),
      );
    },
  };
}

/** The words come with the first choice: who only reads does not need them, and choosing goes without them. */
async function notesOf(...step: [Offer, readonly Choice[], readonly Choice[], Choice]): Promise<string[]> {
  try {
    return (await import('./rule-notes.ts')).ruleNotes(...step);
  } catch {
    return [];
  }
}
