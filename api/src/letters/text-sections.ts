import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { RichText } from '../domain/rich-text.ts';
import { boundedText } from './bounded-text.ts';
import type { PrintedSection } from './printed-document.ts';
import type { Wording } from './wording.ts';

const section = (heading: string, blocks: RichText): PrintedSection[] =>
  blocks.length === 0 ? [] : [{ kind: 'TEXT', heading, blocks: boundedText(blocks) }];

export const scopeSections = ({ scope }: QuoteSnapshot, { say }: Wording): PrintedSection[] =>
  section(say.quote.scope, scope);

export const termsSections = ({ terms }: QuoteSnapshot, { say }: Wording): PrintedSection[] =>
  section(say.quote.terms, terms);

/** A text of our own or of staff, paragraph by paragraph. */
export const plainSections = (heading: string, paragraphs: readonly string[]): PrintedSection[] =>
  section(
    heading,
    paragraphs.map((text) => ({
      kind: 'PARAGRAPH',
      level: 0,
      spans: [{ text, bold: false, italic: false, href: null }],
    })),
  );

/** The sentences that the law asks for where a line is exempt or the customer accounts for the tax. */
export const taxNoteSections = (notes: readonly string[], { say }: Wording): PrintedSection[] =>
  plainSections(say.tax.about, notes);
