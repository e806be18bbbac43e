import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createPdfRenderer, type PdfOptions } from '../../api/src/adapters/pdf.ts';
import { localDate, type LocalDate } from '../../api/src/domain/local-date.ts';
import { printQuote } from '../../api/src/letters/print-quote.ts';
import { printSignedQuote } from '../../api/src/letters/print-signed-quote.ts';
import { aSnapshot, anAcceptance, openQuote } from './samples.ts';

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
const pageCount = (pdf: Uint8Array) => latin(pdf).match(/\/Type\s*\/Page\b/gu)?.length ?? 0;

describe('a rendered letter', () => {
  it('is a tagged PDF/A-3b with its fonts inside and no date but its own', async () => {
    const text = latin(await shared.render({ ...signed, date: localDate('2024-02-29') }));
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expect(text).toContain('/StructTreeRoot');
    expect(text).toMatch(/<pdfaid:part>3<\/pdfaid:part>/u);
    expect(text).toMatch(/<pdfaid:conformance>B<\/pdfaid:conformance>/u);
    expect(text).toMatch(/\/FontName\s*\/[A-Z]{6}\+Inter-Regular/u);
    expect(text).toMatch(/\/FontFile2/u);
    expect(text).toMatch(/\/CreationDate\s*\(D:20240229/u);
  });

  it('is small enough for any mailbox', async () => {
    const pdf = await shared.render(signed);
    expect(pdf.byteLength).toBeGreaterThan(10_000);
    expect(pdf.byteLength).toBeLessThan(250_000);
  });

  it('has the same bytes when another process makes it again, whatever was made before', async () => {
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
    const line = { ...aSnapshot().lines[0]!, description: 'Wärmepumpe Ελληνικά Кириллица Tiếng Việt' };
    const lines = Array.from({ length: 500 }, (_, index) => ({ ...line, id: `line-${index}` }));
    const pdf = await shared.render(printQuote(aSnapshot({ title: 'x'.repeat(5000), lines }), openQuote));
    expect(pageCount(pdf)).toBeGreaterThan(15);
  });

  it('stays an archive file when its fonts lack a character', async () => {
    expect(latin(await shared.render(titled('日本 👨‍👩‍👧 \u0007 \ue000')))).toContain('<pdfaid:part>3<');
  });
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
