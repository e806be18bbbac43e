import type { RefusalCode } from '../../gql/graphql.ts';
import type { Problem } from '../../ui/problem.ts';
import type { Stroke } from './strokes.ts';

export type SignFields = Readonly<{
  name: string;
  email: string;
  isDrawn: boolean;
  strokes: readonly Stroke[];
  agrees: boolean;
}>;

/** The slips that need no server to see. Everything else is the server's to judge. */
export function slipsOf({ name, email, isDrawn, strokes, agrees }: SignFields): Problem[] {
  const slips: Problem[] = [];
  if (!name.trim()) slips.push({ at: 'sign-name', message: 'Enter your name.' });
  if (!/^\S+@\S+$/.test(email.trim())) {
    slips.push({ at: 'sign-email', message: 'Enter the e-mail address that the quote was sent to.' });
  }
  if (isDrawn && strokes.length === 0)
    slips.push({ at: 'sign-drawing', message: 'Draw your signature, or type it.' });
  if (!agrees) slips.push({ at: 'sign-terms', message: 'Tick the box to agree to the terms.' });
  return slips;
}

const fields: ReadonlyMap<string, string> = new Map([
  ['name', 'sign-name'],
  ['email', 'sign-email'],
  ['signature', 'sign-drawing'],
  ['agreesToTerms', 'sign-terms'],
  ['optionIds', 'options-title'],
]);

/** The server's sentence as it is, at the field that it names. */
export function problemOf({ field, message }: { field: string | null; message: string }): Problem {
  const found = field?.split('.').find((part) => fields.has(part));
  return { at: fields.get(found ?? '') ?? null, message };
}

const stale: readonly RefusalCode[] = [
  'QUOTE_EXPIRED',
  'QUOTE_NOT_OPEN',
  'QUOTE_ALREADY_ACCEPTED',
  'REVISION_SUPERSEDED',
  'OPTION_UNKNOWN',
  'TOTAL_MISMATCH',
];

/** Whether the page shows something that is not so any more, and has to be read again. */
export const isStale = (code: RefusalCode): boolean => stale.includes(code);
