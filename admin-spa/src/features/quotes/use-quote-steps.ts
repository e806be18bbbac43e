import { useState } from 'react';
import {
  ArchiveQuote,
  DuplicateQuote,
  RefreshQuote,
  RestoreQuote,
  ReviseQuote,
  SubmitQuote,
  useStep,
} from './use-step.ts';

/** The steps that need no question first. Archiving can be undone, so nobody is asked whether they are sure. */
export function useQuoteSteps(quote: { id: string; version: number; number: string | null }) {
  const submit = useStep(SubmitQuote);
  const revise = useStep(ReviseQuote);
  const refresh = useStep(RefreshQuote);
  const archive = useStep(ArchiveQuote);
  const restore = useStep(RestoreQuote);
  const duplicate = useStep(DuplicateQuote);
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const all = [submit, revise, refresh, archive, restore, duplicate];
  const input = { id: quote.id, version: quote.version };
  return {
    busy: all.some((step) => step.busy),
    refusal: all.find((step) => step.refusal !== null)?.refusal ?? null,
    fault: all.find((step) => step.fault !== null)?.fault ?? null,
    submit: () => submit.take({ input }, () => 'The quote waits for approval.'),
    revise: () =>
      revise.take(
        { input },
        () => 'A newer version is a draft now; the sent one stays valid until you send it.',
      ),
    refresh: () =>
      refresh.take({ input }, () => 'A newer version with today’s prices is a draft now. Please check it.'),
    archive: () => archive.take({ input }, () => 'Archived. You find it under “Archived”.'),
    restore: () => restore.take({ input }, () => 'The quote is back in the lists.'),
    duplicate: async () => {
      const copy = await duplicate.take(
        { input: { idempotencyKey, id: quote.id, customerId: null } },
        () => 'This is the copy, as a draft of its own.',
      );
      if (copy) setKey(crypto.randomUUID());
      return copy;
    },
  };
}
