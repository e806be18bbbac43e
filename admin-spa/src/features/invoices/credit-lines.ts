import { type MinorUnits, sum } from '@countersign/api/domain/money';
import { amountProblem } from '../../money/amount-problem.ts';
import { amountOf } from '../../ui/entry.ts';
import type { Money } from '../../ui/format.ts';

/** What was typed for the lines that are chosen, by their place on the invoice, from 1. */
export type TypedLines = Readonly<Record<number, string>>;

export type CreditableLine = Readonly<{ line: number; description: string; gross: Money }>;

/** The lines that something can be taken off; a signed reduction is none of them. */
export const creditableLines = (
  lines: readonly Readonly<{ description: string; gross: Money }>[],
): CreditableLine[] =>
  lines
    .map(({ description, gross }, place) => ({ line: place + 1, description, gross }))
    .filter(({ gross }) => gross.amount > 0);

type Read = {
  /** What the amounts come to; null while one of them cannot be read. */
  amount: MinorUnits | null;
  lines: { line: number; amount: MinorUnits }[];
  /** By the name of the field: `line.2`. */
  problems: Record<string, string>;
};

/** The amounts of the chosen lines, and what is wrong with each. */
export function readCreditLines(
  typed: TypedLines,
  among: readonly CreditableLine[],
  money: (of: Money) => string,
): Read {
  const problems: Record<string, string> = {};
  const lines = among.flatMap(({ line, gross }) => {
    const text = typed[line];
    if (text === undefined) return [];
    const amount = amountOf(text, gross.currency);
    const wrong = amountProblem(amount, gross, money);
    if (wrong !== null) problems[`line.${line}`] = wrong;
    return amount === null ? [] : [{ line, amount }];
  });
  const isRead = Object.keys(problems).length === 0;
  return { amount: isRead ? sum(lines.map(({ amount }) => amount)) : null, lines, problems };
}

/** What is wrong with the lines: with each, or with none of them being chosen, or with `together`, what they come to. */
export function linesProblems({ lines, problems }: Read, together: string | null): Record<string, string> {
  if (Object.keys(problems).length > 0 || together === null) return problems;
  if (lines.length === 0) return { lines: 'Choose at least one line.' };
  return { lines: `Together: ${together.charAt(0).toLowerCase()}${together.slice(1)}` };
}
