import type { MailboxProof, RefusalCode } from '../../gql/graphql.ts';
import type { Problem } from '../../ui/problem.ts';
import type { Stroke } from './strokes.ts';

export type SignFields = Readonly<{
  name: string;
  email: string;
  proof: MailboxProof;
  code: string;
  isDrawn: boolean;
  strokes: readonly Stroke[];
  agrees: boolean;
}>;

/** The slips that need no server to see. Everything else is the server's to judge. */
export function slipsOf({ name, email, proof, code, isDrawn, strokes, agrees }: SignFields): Problem[] {
  const slips: Problem[] = [];
  if (!name.trim()) slips.push({ at: 'sign-name', message: 'Enter your name.' });
  if (proof !== 'NONE' && !/^\S+@\S+$/.test(email.trim())) {
    slips.push({ at: 'sign-email', message: 'Enter the e-mail address that the quote was sent to.' });
  }
  if (proof === 'CODE' && digitsOf(code).length !== 6)
    slips.push({ at: 'sign-code', message: 'Enter the six digits of the code that we send by mail.' });
  if (isDrawn && strokes.length === 0)
    slips.push({ at: 'sign-drawing', message: 'Draw your signature, or type it.' });
  if (!agrees) slips.push({ at: 'sign-terms', message: 'Tick the box to agree to the terms.' });
  return slips;
}

/** `123 456` as it may stand in a mail. */
export const digitsOf = (code: string): string => code.replace(/\D/g, '');

const fields: ReadonlyMap<string, string> = new Map([
  ['name', 'sign-name'],
  ['email', 'sign-email'],
  ['code', 'sign-code'],
  ['signature', 'sign-drawing'],
  ['agreesToTerms', 'sign-terms'],
  ['choices', 'options-title'],
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
  'OPTIONS_INVALID',
  'TOTAL_MISMATCH',
];

/** Whether the page shows something that is not so any more, and has to be read again. */
export const isStale = (code: RefusalCode): boolean => stale.includes(code);
