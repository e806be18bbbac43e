import MarkdownIt from 'markdown-it';
import type { RichBlock, RichText } from '../domain/rich-text.ts';
import { readSpans, type Inline } from './markdown-spans.ts';
import { withoutControls } from './one-line.ts';

/** Longer text is refused where it is saved; here it would only be a way to keep the server busy. */
export const longestMarkdown = 100_000;

const deepestHeading = 3;
const deepestItem = 6;

const parser = new MarkdownIt('commonmark', { html: false, linkify: false, maxNesting: 100 });
// The library leaves a link that it distrusts as source text. We want its label, and our own list of what is a link.
parser.validateLink = () => true;

type Block = { type: string; tag: string; content: string; children: Inline[] | null };
type OpenItem = { kind: 'BULLET' | 'NUMBERED'; block: RichBlock | null };

/** Markdown as blocks of styled text. It never holds HTML; whatever it has no block for becomes plain text. */
export function readMarkdown(source: string): RichText {
  if (source.length > longestMarkdown) throw new RangeError(`text longer than ${longestMarkdown} characters`);
  const reading = new Reading();
  for (const token of parser.parse(withoutControls(source), {})) reading.take(token);
  return reading.blocks;
}

class Reading {
  readonly blocks: RichBlock[] = [];
  private readonly lists: OpenItem['kind'][] = [];
  private readonly items: OpenItem[] = [];
  private heading = 0;

  take(token: Block): void {
    if (token.type === 'bullet_list_open') this.lists.push('BULLET');
    else if (token.type === 'ordered_list_open') this.lists.push('NUMBERED');
    else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') this.lists.pop();
    else if (token.type === 'list_item_open')
      this.items.push({ kind: this.lists.at(-1) ?? 'BULLET', block: null });
    else if (token.type === 'list_item_close') this.items.pop();
    else if (token.type === 'heading_open')
      this.heading = Math.min(Number(token.tag.slice(1)), deepestHeading);
    else if (token.type === 'heading_close') this.heading = 0;
    else if (token.type === 'inline') this.add(readSpans(token.children ?? []));
    else if (token.type === 'fence' || token.type === 'code_block') this.add(verbatim(token.content));
  }

  private add(spans: RichBlock['spans']): void {
    if (spans.every((span) => span.text.trim() === '')) return;
    const item = this.items.at(-1);
    if (item === undefined) {
      const kind = this.heading > 0 ? 'HEADING' : 'PARAGRAPH';
      this.blocks.push({ kind, level: this.heading, spans });
    } else if (item.block === null) {
      item.block = { kind: item.kind, level: Math.min(this.items.length, deepestItem), spans };
      this.blocks.push(item.block);
    } else if (item.block === this.blocks.at(-1)) {
      // A second paragraph stays in its item: a block of its own would start the numbers again at 1.
      item.block = { ...item.block, spans: [...item.block.spans, ...verbatim('\n'), ...spans] };
      this.blocks[this.blocks.length - 1] = item.block;
    } else {
      this.blocks.push({ kind: 'PARAGRAPH', level: 0, spans });
    }
  }
}

function verbatim(text: string): RichBlock['spans'] {
  return [{ text: text === '\n' ? text : text.replace(/\n+$/u, ''), bold: false, italic: false, href: null }];
}
