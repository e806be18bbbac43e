import { withoutControls } from '../../letters/one-line.ts';
import type { PrintedDocument, PrintedSection } from '../../letters/printed-document.ts';
import type { Coverage } from './font-coverage.ts';

const replacement = '\ufffd';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
// Spaces, joiners and variation selectors are never drawn, so no font has to have them.
const undrawn = /^(?:[\s\u00ad\u200b-\u200f\u2060]|\p{Variation_Selector})$/u;

const explanation: PrintedSection = {
  kind: 'TEXT',
  heading: '',
  blocks: [
    {
      kind: 'PARAGRAPH',
      level: 0,
      spans: [
        {
          text: `${replacement} stands for a character that the fonts of this document do not have. The page that your link leads to shows it.`,
          bold: false,
          italic: true,
          href: null,
        },
      ],
    },
  ],
};

/**
 * The letter with only what its fonts can draw. A character without a glyph would print as an empty box and make
 * the file invalid as an archive; it becomes U+FFFD, and the letter says so.
 */
export function printable(letter: PrintedDocument, covers: Coverage): PrintedDocument {
  let lost = false;
  const clean = (text: string): string => {
    const known = withoutControls(text);
    if (/^[\u0020-\u007e]*$/u.test(known)) return known;
    const drawn = Array.from(graphemes.segment(known), ({ segment }) => drawable(segment, covers)).join('');
    lost ||= drawn !== known;
    return drawn;
  };
  const cleaned = mapStrings(letter, clean);
  return lost ? { ...cleaned, sections: [...cleaned.sections, explanation] } : cleaned;
}

/** What would be lost of a text, each character once. */
export function unprintable(text: string, covers: Coverage): string[] {
  const lost = Array.from(graphemes.segment(withoutControls(text)), ({ segment }) => segment).filter(
    (grapheme) => drawable(grapheme, covers) !== grapheme,
  );
  return [...new Set(lost)];
}

/** One character as a reader sees it: without its base it is lost, without an accent only the accent is. */
function drawable(grapheme: string, covers: Coverage): string {
  const points = [...grapheme];
  const isKnown = (point: string) => undrawn.test(point) || covers(point.codePointAt(0) ?? 0);
  return points[0] !== undefined && isKnown(points[0]) ? points.filter(isKnown).join('') : replacement;
}

function mapStrings<T>(value: T, change: (text: string) => string): T;
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapStrings(item, change));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapStrings<unknown>(item, change)]),
  );
}
