import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { RichText } from '../domain/rich-text.ts';
import { boundedText } from './bounded-text.ts';
import type { PrintedSection } from './printed-document.ts';

const section = (heading: string, blocks: RichText): PrintedSection[] =>
  blocks.length === 0 ? [] : [{ kind: 'TEXT', heading, blocks: boundedText(blocks) }];

export const scopeSections = ({ scope }: QuoteSnapshot): PrintedSection[] => section('Scope of work', scope);

export const termsSections = ({ terms }: QuoteSnapshot): PrintedSection[] => section('Terms', terms);

/** The sentences that the law asks for where a line is exempt or the customer accounts for the tax. */
export const taxNoteSections = (notes: readonly string[]): PrintedSection[] =>
  section(
    'About the tax',
    notes.map((text) => ({
      kind: 'PARAGRAPH',
      level: 0,
      spans: [{ text, bold: false, italic: false, href: null }],
    })),
  );
