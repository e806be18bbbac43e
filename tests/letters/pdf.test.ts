import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createPdfRenderer, type PdfOptions } from '../../api/src/adapters/pdf.ts';
import { localDate, type LocalDate } from '../../api/src/domain/local-date.ts';
import { printQuote } from '../../api/src/letters/print-quote.ts';
import { printSignedQuote } from '../../api/src/letters/print-signed-quote.ts';
import { readMarkdown } from '../../api/src/letters/markdown.ts';
import { aLine, anAcceptance, anOption, aPicture, aSnapshot, company, openQuote } from './samples.ts';

const pathOf = (relative: string) => fileURLToPath(new URL(`../../api/${relative}`, import.meta.url));
const files = { workerFile: pathOf('src/adapters/pdf-worker.ts'), assetsDir: pathOf('assets') };

const opened: { close(): Promise<void> }[] = [];
function aRenderer(options: Partial<PdfOptions> = {}) {
  const renderer = createPdfRenderer({ ...files, ...options });
  opened.push(renderer);
  return renderer;
}
afterEach(() => Promise.all(opened.splice(0).map((renderer) => renderer.close())));

const shared = createPdfRenderer(files);
afterAll(() => shared.close());

const signed = printSignedQuote(aSnapshot(), anAcceptance(aSnapshot()));
const titled = (title: string) => printQuote(aSnapshot({ title }), openQuote);
const latin = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');
/** What is drawn on the pages, unpacked. */
const contents = (pdf: Uint8Array) =>
  [...latin(pdf).matchAll(/stream\r?\n(.*?)\r?\nendstream/gsu)]
    .map(([, packed]) => {
      try {
        return inflateSync(Buffer.from(packed ?? '', 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
const pageCount = (pdf: Uint8Array) => latin(pdf).match(/\/Type\s*\/Page\b/gu)?.length ?? 0;

describe('a rendered letter', () => {
  it('is a tagged PDF/A-3a with its title, language and fonts inside and no date but its own', async () => {
    const text = latin(await shared.render({ ...signed, date: localDate('2024-02-29') }));
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expect(text).toContain('/StructTreeRoot');
    expect(text).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/u);
    expect(text).toMatch(/\/Lang\s*\(en\)/u);
    expect(text).toContain('QT-SILVADENTAL-0001-1 – Website migration'.replace('–', '\u00e2\u0080\u0093'));
    expect(text).toMatch(/<pdfaid:part>3<\/pdfaid:part>/u);
    expect(text).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/u);
    expect(text).toMatch(/\/FontName\s*\/[A-Z]{6}\+Inter-Regular/u);
    expect(text).toMatch(/\/FontFile2/u);
    expect(text).toMatch(/\/CreationDate\s*\(D:20240229/u);
  });

  it('is small enough for any mailbox', async () => {
    const pdf = await shared.render(signed);
    expect(pdf.byteLength).toBeGreaterThan(10_000);
    expect(pdf.byteLength).toBeLessThan(250_000);
  });

  it('KL-06: has the same bytes when another process makes it again, whatever was made before', async () => {
    const first = await shared.render(signed);
    const other = aRenderer();
    await other.render(titled('Something else'));
    expect(Buffer.compare(await other.render(signed), first)).toBe(0);
  });

  it('prints what looks like commands as text', async () => {
    const title = '#panic() #read("/etc/passwd") $x$ *b* \\ @ref <label> ) Tj %%EOF';
    const pdf = await shared.render(titled(title));
    expect(latin(pdf)).not.toMatch(/\/(?:JS|JavaScript|Launch|OpenAction|EmbeddedFile)\b/u);
    expect(pageCount(pdf)).toBeLessThanOrEqual(2);
  });

  it('is made of 500 lines and words without end, too', async () => {
    const description = 'Wärmepumpe Ελληνικά Кириллица Tiếng Việt';
    const lines = Array.from({ length: 500 }, (_, index) => aLine({ id: `line-${index}`, description }));
    const pdf = await shared.render(printQuote(aSnapshot({ title: 'x'.repeat(5000), lines }), openQuote));
    expect(pageCount(pdf)).toBeGreaterThan(15);
  });

  it('stays an archive file when its fonts lack a character', async () => {
    expect(latin(await shared.render(titled('𓀀 👨‍👩‍👧 \u0007 \ue000')))).toContain('<pdfaid:part>3<');
  });
});

const fontsOf = (pdf: Uint8Array) => new Set(latin(pdf).match(/(?<=\/FontName\s*\/[A-Z]{6}\+)[\w-]+/gu));

describe('the look of a letter', () => {
  it.each([
    ['日本語', 'DroidSansFallback'],
    ['한국어', 'NanumGothic'],
    ['مرحبا', 'NotoSansArabic'],
    ['שלום', 'NotoSansHebrew'],
    ['สวัสดี', 'NotoSansThai'],
    ['नमस्ते', 'NotoSansDevanagari'],
  ])('has %s in its own script', async (title, font) => {
    expect([...fontsOf(await shared.render(titled(title)))].some((name) => name.startsWith(font))).toBe(true);
  });

  it('shows the logo of the company, and goes without one that cannot be read', async () => {
    const plain = await shared.render(printQuote(aSnapshot(), openQuote));
    const withLogo = (logo: Uint8Array) => shared.render(printQuote(aSnapshot(), { ...openQuote, logo }));
    expect(latin(plain)).not.toContain('/Subtype /Image');
    const shown = await withLogo(aPicture);
    expect(latin(shown)).toMatch(/\/Subtype\s*\/Image/u);
    expect(latin(shown)).toMatch(/\/Alt\s*\(Harbour & Pine Web Studio\)/u);
    expect(Buffer.compare(await withLogo(aPicture), shown)).toBe(0);
    for (const broken of [aPicture.subarray(0, 60), new Uint8Array([1, 2, 3])])
      expect(latin(await withLogo(broken))).not.toMatch(/\/Subtype\s*\/Image/u);
  });

  it('has the colour of the company, and the word across a draft', async () => {
    const inColour = (colour: string, isDraft = false) =>
      shared.render(printQuote(aSnapshot({ company: { ...company, colour } }), { ...openQuote, isDraft }));
    const [green, red, draft] = [
      await inColour('#17504a'),
      await inColour('#c2410c'),
      await inColour('#17504a', true),
    ];
    expect(Buffer.compare(green, red)).not.toBe(0);
    expect(contents(red)).toMatch(/0\.76\d* 0\.25\d* 0\.04\d* scn/u);
    expect(contents(green)).not.toMatch(/0\.76\d* 0\.25\d* 0\.04\d* scn/u);
    const watermark = /0\.92\d* 0\.93\d* 0\.94\d* scn/u;
    expect(contents(draft)).toMatch(watermark);
    expect(contents(green)).not.toMatch(watermark);
  });
});

describe('a letter at the limits of the contract', () => {
  const longest = (length: number) => 'Lorem ipsum dolor sit amet '.repeat(length / 27 + 1).slice(0, length);

  it('is made in time, and its process stays within its memory', async () => {
    const renderer = aRenderer();
    const lines = Array.from({ length: 500 }, (_, at) => aLine({ id: `l${at}`, description: longest(500) }));
    const options = Array.from({ length: 100 }, (_, at) =>
      anOption({ id: `o${at}`, title: longest(200), description: longest(2000) }),
    );
    const [scope, terms] = [readMarkdown(longest(50_000)), readMarkdown(longest(20_000))];
    const pdf = await renderer.render(printQuote(aSnapshot({ lines, options, scope, terms }), openQuote));
    expect(pageCount(pdf)).toBeGreaterThan(100);
    expect(renderer.vitals().rss).toBeLessThan(300 * 1024 * 1024);
  });

  it.each(['*a*b', '- a\n', 'a\n\n', '# a\n', 'a  \n', '[a](http://a)', '1. a\n   - b\n', 'x', '字 '])(
    'is made of 50,000 characters of %j, too',
    async (piece) => {
      const renderer = aRenderer();
      const scope = readMarkdown(piece.repeat(Math.floor(50_000 / piece.length)));
      const pdf = await renderer.render(printQuote(aSnapshot({ scope }), openQuote));
      expect(latin(pdf)).toContain('<pdfaid:part>3<');
      expect(renderer.vitals().rss).toBeLessThan(300 * 1024 * 1024);
    },
  );
});

describe('the renderer', () => {
  it('goes on with the next letter when the process dies in the middle of one', async () => {
    const renderer = aRenderer();
    await renderer.render(signed);
    const doomed = renderer.render(titled('Doomed'));
    await Promise.resolve();
    process.kill(renderer.vitals().pid ?? 0, 'SIGKILL');
    await expect(doomed).rejects.toThrow('SIGKILL');
    expect(latin(await renderer.render(signed))).toContain('%PDF-1.7');
    expect(renderer.vitals().workersStarted).toBe(2);
  });

  it('gives up on a letter that takes too long', async () => {
    await expect(aRenderer({ timeoutMs: 1 }).render(signed)).rejects.toThrow('no PDF within 1 ms');
  });

  it('reports a letter that cannot be set and keeps its process for the others', async () => {
    const renderer = aRenderer();
    const broken = { ...signed, date: localDate('2026-11-21').slice(0, 7) as LocalDate };
    await expect(renderer.render(broken)).rejects.toThrow('no PDF');
    await renderer.render(signed);
    expect(renderer.vitals().workersStarted).toBe(1);
  });

  it('fails, and does not hang, when there is no such worker', async () => {
    await expect(aRenderer({ workerFile: pathOf('src/adapters/nobody.ts') }).render(signed)).rejects.toThrow(
      'no PDF',
    );
  });

  it('replaces its process after so many letters', async () => {
    const renderer = aRenderer({ lettersPerWorker: 2 });
    for (let made = 0; made < 5; made += 1) await renderer.render(signed);
    expect(renderer.vitals().workersStarted).toBe(3);
  });

  it('replaces a process that has grown too large', async () => {
    const renderer = aRenderer({ rssLimit: 1 });
    await renderer.render(signed);
    await renderer.render(signed);
    expect(renderer.vitals().workersStarted).toBe(2);
  });

  it('stays below 250 MB over 50 different letters', async () => {
    const renderer = aRenderer();
    for (let made = 0; made < 50; made += 1) await renderer.render(titled(`Letter ${made}`));
    expect(renderer.vitals().workersStarted).toBe(1);
    expect(renderer.vitals().rss).toBeGreaterThan(0);
    expect(renderer.vitals().rss).toBeLessThan(250 * 1024 * 1024);
  });

  it('takes no more letters than it may keep waiting', async () => {
    const renderer = aRenderer({ longestQueue: 1 });
    const first = renderer.render(signed);
    await expect(renderer.render(signed)).rejects.toThrow('too many');
    await first;
    expect(renderer.vitals().waiting).toBe(0);
  });

  it('finishes what it has begun before it closes, and takes nothing afterwards', async () => {
    const renderer = aRenderer();
    const last = renderer.render(signed);
    await renderer.close();
    expect((await last).byteLength).toBeGreaterThan(0);
    await expect(renderer.render(signed)).rejects.toThrow('closed');
  });
});
