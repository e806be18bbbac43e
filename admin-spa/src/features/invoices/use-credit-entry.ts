import { useState } from 'react';
import { amountProblem } from '../../money/amount-problem.ts';
import { amountOf } from '../../ui/entry.ts';
import { type Money, useFormat } from '../../ui/format.ts';
import type { Extent } from './credit-extent.tsx';
import { creditableLines, linesProblems, readCreditLines, type TypedLines } from './credit-lines.ts';

type Lines = Parameters<typeof creditableLines>[0];

/** How much is taken off: all that is left, an amount of it, or some of the lines. */
export function useCreditEntry(lines: Lines, left: Money) {
  const format = useFormat();
  const [extent, onExtent] = useState<Extent>('ALL');
  const [typed, onType] = useState('');
  const [typedLines, onTypeLines] = useState<TypedLines>({});
  const among = creditableLines(lines);
  const chosen = readCreditLines(typedLines, among, format.money);
  const amount = { ALL: left.amount, AMOUNT: amountOf(typed, left.currency), LINES: chosen.amount }[extent];
  const wrong = amountProblem(amount, left, format.money);
  const wrongAmount: Record<string, string> = wrong === null ? {} : { amount: wrong };
  return {
    extent: { left, hasLines: among.length > 1, extent, onExtent, typed, onType },
    lines: extent === 'LINES' ? { among, typed: typedLines, onType: onTypeLines } : null,
    /** What it comes to; null while that cannot be taken off. */
    amount: wrong === null ? amount : null,
    problems: extent === 'LINES' ? linesProblems(chosen, wrong) : wrongAmount,
    input: {
      amount: extent === 'AMOUNT' ? amount : null,
      lines: extent === 'LINES' ? chosen.lines : null,
    },
  };
}
