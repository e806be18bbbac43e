import type { RichBlock, RichText } from '../domain/rich-text.ts';

/** Far beyond what anybody writes on purpose; each costs the typesetter time and memory, however short it is. */
const mostBlocks = 1000;
const mostSpans = 4000;
const blocksPerParagraph = 100;

/**
 * The text with no more to set than a letter has room for. Not a word is lost: in a text of thousands of tiny headings or
 * of thousands of changes of style the styles go, and the blocks become lines.
 */
export function boundedText(blocks: RichText): RichText {
  const spans = blocks.reduce((sum, block) => sum + block.spans.length, 0);
  const plain = spans > mostSpans ? blocks.map(withoutStyles) : blocks;
  return plain.length > mostBlocks ? asLines(plain) : plain;
}

const wordsOf = (block: RichBlock): string => block.spans.map((span) => span.text).join('');

const plainSpans = (text: string): RichBlock['spans'] => [{ text, bold: false, italic: false, href: null }];

const withoutStyles = (block: RichBlock): RichBlock => ({ ...block, spans: plainSpans(wordsOf(block)) });

const asLines = (blocks: RichText): RichBlock[] =>
  Array.from({ length: Math.ceil(blocks.length / blocksPerParagraph) }, (_, at) => ({
    kind: 'PARAGRAPH',
    level: 0,
    spans: plainSpans(
      blocks
        .slice(at * blocksPerParagraph, (at + 1) * blocksPerParagraph)
        .map(wordsOf)
        .join('\n'),
    ),
  }));
