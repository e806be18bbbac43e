/**
 * The signature itself: the typed name, or strokes drawn on a field of 1000 by 400. One line from the left edge to the middle is
 * the stroke 0, 200, 500, 200: four numbers, two points. A dot has two numbers; dots alone are no signature.
 */

/** How a signature is made. */
export const signatureMethods = ['TYPED', 'DRAWN'] as const;

/** One of the ways. */
export type SignatureMethod = (typeof signatureMethods)[number];

/** A signature as it was sent: strokes are lists x1, y1, x2, y2, … and there are none for TYPED. */
export type Signature = Readonly<{ method: SignatureMethod; strokes: readonly (readonly number[])[] }>;

const width = 1000;
const height = 400;
const maxStrokes = 200;
const maxNumbers = 20_000;

const isInside = (n: number, position: number): boolean =>
  Number.isInteger(n) && n >= 0 && n <= (position % 2 === 0 ? width : height);

const isStroke = (stroke: readonly number[]): boolean =>
  stroke.length >= 2 && stroke.length % 2 === 0 && stroke.every(isInside);

/** At least two points that are not the same one: something that can be seen to be drawn. */
const isLine = (stroke: readonly number[]): boolean =>
  stroke.length >= 4 && stroke.some((n, position) => n !== stroke[position % 2]);

/** Whether the signature is complete, inside its field and of bearable size (schema/portal-actions.graphql). */
export function isSignature({ method, strokes }: Signature): boolean {
  if (method === 'TYPED') return strokes.length === 0;
  if (strokes.length > maxStrokes) return false;
  if (strokes.reduce((all, stroke) => all + stroke.length, 0) > maxNumbers) return false;
  return strokes.every(isStroke) && strokes.some(isLine);
}
