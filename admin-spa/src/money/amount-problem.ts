import type { MinorUnits } from '@countersign/api/domain/money';
import type { Money } from '../ui/format.ts';

/** What is wrong with an amount that was typed; null when it is within 1 unit and the most. */
export function amountProblem(
  amount: MinorUnits | null,
  most: Money | null,
  money: (of: Money) => string,
): string | null {
  if (amount === null) return 'Write an amount such as 1,499.60.';
  if (amount <= 0) return 'More than zero.';
  return most !== null && amount > most.amount ? `At most ${money(most)}.` : null;
}
