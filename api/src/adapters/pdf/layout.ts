import { createHash } from 'node:crypto';
import type { PrintedDocument, PrintedSection } from '../../letters/printed-document.ts';
import type { RichBlock } from '../../domain/rich-text.ts';
import { columnWidths, isOneLine, totalWidth } from './column-widths.ts';
import { fontsFor } from './fallback-fonts.ts';
import { logoSize } from './logo-size.ts';

/** From here on a word gets places to break; what stands on a certificate has a line that is long enough. */
const longWord = /[^\s"\\]{28,}/u;
const longWords = new RegExp(longWord, 'gu');
const fingerprint = /^(?:[\da-f]{64}|[\w-]{43}|https?:\/\/[\w.:-]{1,60}\/verify)$/u;

/** What the template is given: the letter, and everything about it that is cheaper to find out here than there. */
export function layoutOf(letter: PrintedDocument) {
  const text = JSON.stringify({ ...letter, logo: null });
  const fonts = fontsFor(text);
  return {
    ...letter,
    logo: letter.logo === null ? null : logoOf(letter.logo),
    sections: letter.sections.map((section) => sectionOf(section, fonts.length === fontsFor('').length)),
    fonts,
    // Where a link leads is not printed.
    hasLongWords: (text.replace(/"href":"[^"]*"/gu, '').match(longWords) ?? []).some(
      (word) => !fingerprint.test(word),
    ),
  };
}

/** A table of so few rows and words stays on one page with its totals; one that is taller than a page would run off it. */
const fewRows = 8;
const fewWords = 1600;

/** Between the margins, and between two columns; in points, as the template has them. */
const pageWidth = 481;
const gutter = 14;

const sectionOf = (section: PrintedSection, isLatin: boolean) => {
  if (section.kind === 'TEXT') return { ...section, blocks: section.blocks.map(blockOf) };
  if (section.kind !== 'TABLE') return section;
  const widths = columnWidths(section);
  const said = section.rows.reduce((sum, row) => sum + row.note.length + row.cells.join('').length, 0);
  const others = widths.reduce<number>((sum, width) => sum + (width ?? pageWidth) + gutter, 0);
  return {
    ...section,
    rows: section.rows.map((row) =>
      isLatin && isOneLine(row, pageWidth - others) ? { ...row, isOneLine: true } : row,
    ),
    totalWidth: totalWidth(section),
    keepTogether: section.rows.length <= fewRows && said <= fewWords,
    columns: section.columns.map((column, at) => ({ ...column, width: widths[at] ?? null })),
  };
};

/** A word can go on over changes of style; then each of them is a place to break. */
const blockOf = (block: RichBlock) => ({
  ...block,
  isUnbroken: block.spans.length > 1 && longWord.test(block.spans.map((span) => span.text).join('')),
});

/** Named after its content: a name that meant another picture before must not bring that one back from the cache. */
function logoOf(bytes: Uint8Array) {
  const size = logoSize(bytes);
  if (size === null) return null;
  return { ...size, path: `logo-${createHash('sha256').update(bytes).digest('hex')}.png` };
}
