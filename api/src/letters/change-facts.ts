import { contractValue } from '../domain/change-order.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { PrintedFact } from './printed-document.ts';
import type { Wording } from './wording.ts';

type Changing = Pick<QuoteSnapshot, 'change'>;

/** What a change does to the contract, and what is agreed with it at this total; nothing for an offer of its own. */
export function changeFacts({ change }: Changing, gross: MinorUnits, words: Wording): PrintedFact[] {
  if (change === null) return [];
  const { change: say } = words.say.quote;
  const after = contractValue(change.contractBefore, [{ kind: change.kind, gross }]);
  return [
    { label: say[change.kind], value: change.of },
    { label: say.before, value: words.amount(change.contractBefore) },
    { label: say.after, value: words.amount(after) },
  ];
}
