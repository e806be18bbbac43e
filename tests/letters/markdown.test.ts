import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestMarkdown, readMarkdown } from '../../api/src/letters/markdown.ts';

const plain = (text: string) => ({ text, bold: false, italic: false, href: null });
const wordsOf = (source: string) =>
  readMarkdown(source)
    .flatMap((block) => block.spans)
    .map((span) => span.text)
    .join('');

describe('readMarkdown', () => {
  it('reads headings, and those deeper than 3 as 3', () => {
    const levels = readMarkdown('# One\n\n## Two\n\n### Three\n\n##### Five').map(({ kind, level }) => [
      kind,
      level,
    ]);
    expect(levels).toEqual([
      ['HEADING', 1],
      ['HEADING', 2],
      ['HEADING', 3],
      ['HEADING', 3],
    ]);
  });

  it('joins the lines of a paragraph and keeps hard breaks', () => {
    expect(readMarkdown('one\ntwo  \nthree')).toEqual([
      { kind: 'PARAGRAPH', level: 0, spans: [plain('one two\nthree')] },
    ]);
  });

  it('reads bold, italic and both at once', () => {
    expect(readMarkdown('a **b *c* d**')[0]?.spans).toEqual([
      plain('a '),
      { text: 'b ', bold: true, italic: false, href: null },
      { text: 'c', bold: true, italic: true, href: null },
      { text: ' d', bold: true, italic: false, href: null },
    ]);
  });

  it('reads nested lists of both kinds', () => {
    const blocks = readMarkdown('1. one\n   - inner\n     - deeper\n2. two');
    expect(blocks.map(({ kind, level, spans }) => [kind, level, spans[0]?.text])).toEqual([
      ['NUMBERED', 1, 'one'],
      ['BULLET', 2, 'inner'],
      ['BULLET', 3, 'deeper'],
      ['NUMBERED', 1, 'two'],
    ]);
  });

  it('keeps the second paragraph of an item in the item, so that numbers go on', () => {
    const blocks = readMarkdown('1. one\n\n   more\n\n2. two');
    expect(blocks.map(({ kind, spans }) => [kind, spans.map((span) => span.text).join('')])).toEqual([
      ['NUMBERED', 'one\nmore'],
      ['NUMBERED', 'two'],
    ]);
  });

  it('keeps the order of what is written when an item goes on after its inner list', () => {
    expect(wordsOf('- a\n  - b\n\n  c')).toBe('abc');
  });

  it.each(['https://a.example/x', 'http://a.example/', 'mailto:ana@silvadental.example'])(
    'links to %s',
    (href) => {
      expect(readMarkdown(`[here](${href})`)[0]?.spans).toEqual([
        { text: 'here', bold: false, italic: false, href },
      ]);
    },
  );

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#115;cript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/admin/',
    'https:evil.example',
    'https://',
  ])('shows only the words of a link to %s', (href) => {
    expect(readMarkdown(`[here](${href})`)[0]?.spans).toEqual([plain('here')]);
  });

  it('takes an address in the text for text', () => {
    expect(readMarkdown('see https://a.example now')[0]?.spans).toEqual([plain('see https://a.example now')]);
  });

  it('shows an image as its description and loads nothing', () => {
    expect(readMarkdown('![our *office*](https://a.example/x.png)')[0]?.spans).toEqual([plain('our office')]);
  });

  it('reads code, in the line or as a block, as plain text', () => {
    expect(wordsOf('a `<b>` c')).toBe('a <b> c');
    expect(readMarkdown('```js\nx < 1;\ny\n```')).toEqual([
      { kind: 'PARAGRAPH', level: 0, spans: [plain('x < 1;\ny')] },
    ]);
  });

  it('reads a quotation as paragraphs', () => {
    expect(readMarkdown('> one\n>\n> two').map((block) => block.kind)).toEqual(['PARAGRAPH', 'PARAGRAPH']);
  });

  it('reads HTML as the text that it is', () => {
    expect(wordsOf('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
    expect(wordsOf('a <img src=x onerror=alert(1)> b')).toBe('a <img src=x onerror=alert(1)> b');
  });

  it('has no blocks without text', () => {
    expect(readMarkdown('\n\n-\n\n---\n\n![](https://a.example/x.png)\n\n#\n\n> ')).toEqual([]);
  });

  it('drops characters that turn the direction of text', () => {
    expect(wordsOf('invoice\u202efdp.exe\u0007')).toBe('invoicefdp.exe');
  });

  it('refuses a text that is longer than any contract', () => {
    expect(() => readMarkdown('x'.repeat(longestMarkdown + 1))).toThrow(RangeError);
  });

  it.each([
    ['quotations in quotations', '>'.repeat(50_000)],
    ['lists in lists', '- '.repeat(40_000)],
    ['brackets', '['.repeat(50_000)],
    ['links in links', '[a]('.repeat(20_000)],
    ['stars', '*a **b '.repeat(12_000)],
    ['code marks', '`'.repeat(50_000)],
    ['entities', '&#0;'.repeat(20_000)],
  ])('survives %s', (_name, source) => {
    const blocks = readMarkdown(source);
    expect(blocks.every((block) => block.level <= 6)).toBe(true);
  });

  it('gives only allowed shapes for any text', () => {
    const piece = fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '  ',
      '\n',
      '\n\n',
      '*',
      '**',
      '[x](',
      ')',
      'javascript:',
      '<b>',
      '> ',
      '`',
      'word',
      '![',
      ']',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        for (const block of readMarkdown(pieces.join(''))) {
          expect(['HEADING', 'PARAGRAPH', 'BULLET', 'NUMBERED']).toContain(block.kind);
          expect(block.spans.length).toBeGreaterThan(0);
          for (const span of block.spans)
            expect(span.href ?? 'https://x').toMatch(/^(https?:\/\/|mailto:)/iu);
        }
      }),
    );
  });
});
