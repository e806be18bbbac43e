import { Button } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { LogEntryFragment } from '../../gql/graphql.ts';
import { Panel } from '../../ui/page.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { method } from '../../ui/words.ts';
import { logKinds } from './log-kinds.ts';

graphql(`
  fragment LogEntry on PaymentLogEntry {
    id
    at
    kind
    actor
    method
    reference
    note
  }
`);

/** Every step; what the provider's machine says beside it is folded away until somebody looks into it. */
export function PaymentLog({ log }: { log: readonly LogEntryFragment[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? log : log.filter(({ kind }) => kind !== 'WEBHOOK_RECEIVED');
  const isFolded = all || shown.length < log.length;
  return (
    <Panel
      title="Payment log"
      aside={
        isFolded && (
          <Button size="compact-xs" variant="subtle" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${log.length} steps`}
          </Button>
        )
      }
    >
      <Timeline
        empty="Nothing has happened yet."
        steps={shown.map((entry) => ({
          id: entry.id,
          at: entry.at,
          actor: entry.actor,
          text: logKinds[entry.kind],
          more: [entry.method && method[entry.method], entry.reference, entry.note]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </Panel>
  );
}
