/**
 * How long texts may be. A bookkeeper meets it as: a title has room for 200 letters, an address for 6 lines.
 */
import { type Refusal, refuse } from './refusal.ts';

/** Says what is wrong with a text, or null. `least` is 1 for a text that must be there. Lengths are counted in code points. */
export function textProblem(field: string, text: string, most: number, least: 0 | 1 = 0): Refusal | null {
  const length = [...text.trim()].length;
  if (length < least) return refuse('INPUT_INVALID', 'Please fill this in.', field);
  // Half a character cannot be sealed, and PostgreSQL cannot store a NUL.
  if (/[\p{Cs}\0]/u.test(text))
    return refuse('INPUT_INVALID', 'This holds a character that cannot be kept.', field);
  if (length > most) return refuse('INPUT_INVALID', `This is too long: at most ${most} characters.`, field);
  return null;
}

/** Says what is wrong with a list of printed lines (an address, bank details), or null. */
export function linesProblem(field: string, lines: readonly string[], most: number): Refusal | null {
  if (lines.length > most) return refuse('INPUT_INVALID', `At most ${most} lines.`, field);
  return firstProblem(lines.map((line) => textProblem(field, line, 200)));
}

/** Says what is wrong with a whole number that has limits, or null. */
export function rangeProblem(field: string, value: number, least: number, most: number): Refusal | null {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return null;
  return refuse('INPUT_INVALID', `This must be from ${least} to ${most}.`, field);
}

/** The first thing that is wrong, or null. */
export const firstProblem = (problems: readonly (Refusal | null)[]): Refusal | null =>
  problems.find((problem) => problem !== null) ?? null;
