import type { MinorUnits } from '@countersign/api/domain/money';
import type { Money } from '../ui/format.ts';
import { isTyped } from '../ui/is-typed.ts';
import { amountProblem } from './amount-problem.ts';

type Entry = { amount: MinorUnits | null; reason: string; reference: string | null; typed: string };
type Facts = { refundable: Money; word: string; money: (of: Money) => string };

/** What is wrong with a refund as it was typed, in the order of its fields; a `reference` of null is not asked for. */
export function refundProblems(entry: Entry, { refundable, word, money }: Facts): Record<string, string> {
  const amount = amountProblem(entry.amount, refundable, money);
  return {
    ...(amount !== null && { amount }),
    ...(entry.reason === '' && { reason: 'Please say why; the customer reads it.' }),
    ...(entry.reference === '' && { reference: 'So that it is found in the books.' }),
    ...(!isTyped(entry.typed, word) && { typed: `Write ${word} as it stands here.` }),
  };
}

/** Whether the company wants a second person for this amount. The server decides; this is for what the form says. */
export const needsSecond = (amount: MinorUnits | null, currency: string, limit: Money | null): boolean =>
  amount !== null && limit !== null && limit.currency === currency && amount >= limit.amount;
