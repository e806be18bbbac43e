/**
 * What a stranger is told about a document that they hold: `GENUINE` for the very bytes, `DIFFERENT` for others under a number
 * that was signed, `UNKNOWN` for everything else.
 */

/** What can be said, in the order of schema/portal-verify.graphql. */
export const verdicts = ['GENUINE', 'DIFFERENT', 'UNKNOWN'] as const;

/** One of them. */
export type Verdict = (typeof verdicts)[number];

/** What a genuine document is. */
export const verifiedThings = [
  'SIGNED_QUOTE',
  'SIGNATURE_RECORD',
  'RECORDED_ACCEPTANCE',
  'OTHER_DOCUMENT',
] as const;

/** One of them. */
export type VerifiedThing = (typeof verifiedThings)[number];

/** A SHA-256 as people paste it: with spaces around, in capital letters, in groups. Null for what is none. */
export function readHash(text: string): string | null {
  const hash = text.replace(/[\s:-]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(hash) ? hash : null;
}
