import type { RichSpan } from '../domain/rich-text.ts';

/** What we read of the parser's inline tokens. */
export type Inline = {
  type: string;
  content: string;
  children: Inline[] | null;
  attrGet(name: string): string | number | null;
};

type Style = Omit<RichSpan, 'text'>;

/** Runs of one style each. Marks may nest, so depth is counted; the innermost link wins, as links cannot nest. */
export function readSpans(tokens: readonly Inline[]): RichSpan[] {
  const spans: RichSpan[] = [];
  let bold = 0;
  let italic = 0;
  let href: string | null = null;
  for (const token of tokens) {
    if (token.type === 'strong_open') bold += 1;
    else if (token.type === 'strong_close') bold -= 1;
    else if (token.type === 'em_open') italic += 1;
    else if (token.type === 'em_close') italic -= 1;
    else if (token.type === 'link_open') href = safeHref(token.attrGet('href'));
    else if (token.type === 'link_close') href = null;
    else append(spans, plainText(token), { bold: bold > 0, italic: italic > 0, href });
  }
  return spans;
}

function append(spans: RichSpan[], text: string, style: Style): void {
  if (text === '') return;
  const last = spans.at(-1);
  if (last && last.bold === style.bold && last.italic === style.italic && last.href === style.href) {
    spans[spans.length - 1] = { ...last, text: last.text + text };
  } else {
    spans.push({ text, ...style });
  }
}

function plainText(token: Inline): string {
  if (token.type === 'softbreak') return ' ';
  if (token.type === 'hardbreak') return '\n';
  // Nothing is fetched for a letter: an image is what it says it shows.
  if (token.type === 'image') return (token.children ?? []).map(plainText).join('');
  return token.content;
}

/** Only where a reader expects to be led: the web and mail. Relative addresses lead nowhere from paper. */
function safeHref(href: string | number | null): string | null {
  if (typeof href !== 'string' || !/^(?:https?:\/\/|mailto:)/iu.test(href)) return null;
  return URL.canParse(href) ? href : null;
}
