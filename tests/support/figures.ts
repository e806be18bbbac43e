import { appendFileSync } from 'node:fs';

/** What a hostile test did, how often, and how often something was found that must never be. */
export type Figure = {
  /** The goal of design/reliability.md 4.1, or the scenario. */
  goal: string;
  /** What was done, in words that are the same in every run; what differs is counted below. */
  what: string;
  on: string;
  count: number;
  found: number;
  /** What else was counted, which adds up over several runs: by what was counted. */
  counted?: Record<string, number>;
  /** What was measured, of which the worst of several runs counts: by what was measured. */
  worst?: Record<string, number>;
};

/** Puts a row into the table of `npm run hostile`; in any other run it does nothing. Called when all was seen to hold. */
export function figure(row: Figure): void {
  const file = process.env['FIGURES'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(row)}\n`);
}
