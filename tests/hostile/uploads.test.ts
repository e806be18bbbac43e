import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { aPdf, aPdfBomb, aPhoto, aPng, aPngOf, attach } from '../support/files.ts';
import { quoteFiles } from '../support/operations.ts';

const script = '<html><script>alert(1)</script></html>';
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const gif = (): Buffer => Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(7, 0xff), Buffer.from(';')]);

const refused: readonly (readonly [string, string, () => Buffer | Promise<Buffer>])[] = [
  ['nothing', 'x.png', () => Buffer.alloc(0)],
  ['100 MB', 'x.png', () => Buffer.alloc(100 * 1024 * 1024, '\x89PNG\r\n\x1a\n', 'latin1')],
  ['a PNG of 65,535 by 65,535 pixels', 'x.png', () => aPngOf(65_535, 65_535, Buffer.alloc(1000))],
  ['a GIF of 65,535 by 65,535 pixels', 'x.png', gif],
  ['a PDF that unpacks to a gigabyte', 'x.pdf', aPdfBomb],
  ['a PDF with a program', 'x.pdf', () => aPdf((pdf) => pdf.addJavaScript('main', 'app.alert(1)'))],
  ['a PDF nested a million deep', 'x.pdf', () => Buffer.from(`%PDF-1.7\n${'['.repeat(1_000_000)}`)],
  ['a program called a picture', 'x.png', () => Buffer.from('MZ\x90\0')],
  ['SVG', 'x.svg', () => Buffer.from(svg)],
  ['SVG called PNG', 'x.png', () => Buffer.from(svg)],
  ['HTML called PDF', 'x.pdf', () => Buffer.from(`${script}%PDF-1.7`)],
  ['a zip', 'x.zip', () => Buffer.from('PK\x03\x04')],
  ['half a PNG', 'x.png', async () => (await aPng('#aa00aa', 500, 500)).subarray(0, 700)],
  ['half a JPEG', 'x.jpg', async () => (await noise()).subarray(0, 20_000)],
  ['half a PDF', 'x.pdf', async () => (await aPdf()).subarray(0, 500)],
  [
    'a JPEG head and then chance',
    'x.jpg',
    () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(5000, 7)]),
  ],
];

const noise = (): Promise<Buffer> =>
  sharp({
    create: {
      width: 600,
      height: 600,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer();

describe.each(databases)('IN-10: uploads that mean harm, on %s', (kind) => {
  const office = companyOn(kind, 'after each');
  const names = async (id: string) => {
    const staff = await office().as('STAFF');
    const quote = await office().make<{ attachments: { name: string }[] }>(quoteFiles, { id }, staff);
    return quote.attachments.map(({ name }) => name);
  };
  const alive = async () => (await office().app.server.inject({ url: '/readyz' })).statusCode;
  const given = async (url: string) => (await office().app.server.inject({ url })).rawPayload;

  test.each(refused)('%s is refused with a sentence, and the server goes on', async (_what, name, bytes) => {
    const { id } = await office().draft();
    const { status, body } = await attach(office(), id, name, await bytes());
    expect([413, 422]).toContain(status);
    expect(body).toEqual({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(/\w+\. \w+.*\.$/),
      field: 'file',
    });
    expect(await names(id)).toEqual([]);
    expect(await alive()).toBe(200);
  });

  test.each([
    [
      'a PNG that is a page as well',
      'x.html',
      async () => Buffer.concat([await aPng(), Buffer.from(script)]),
      'x.html.png',
    ],
    ['a JPEG that says where it was taken', 'x.jpg', aPhoto, 'x.jpg'],
    [
      'a PDF that is a zip as well',
      'x.pdf',
      async () => Buffer.concat([await aPdf(), Buffer.from(`PK\x03\x04${script}`)]),
      'x.pdf',
    ],
    ['a picture under a wrong name', 'x.pdf', aPng, 'x.png'],
  ])('%s is kept without it', async (_what, name, bytes, kept) => {
    const { id } = await office().draft();
    const { status, body } = await attach(office(), id, name, await bytes());
    expect(status).toBe(201);
    expect(await names(id)).toEqual([kept]);
    const file = await given(body.url);
    for (const secret of ['<script', 'secret studio', 'PK\x03\x04', 'GPS'])
      expect(file.includes(secret)).toBe(false);
  });

  test('1,000 files: ten are kept', { timeout: 300_000 }, async () => {
    const { id } = await office().draft();
    const png = await aPng('#123456');
    const statuses = new Map<number, number>();
    for (let file = 0; file < 1000; file += 4) {
      const sent = await Promise.all(
        [0, 1, 2, 3].map((more) => attach(office(), id, `${file + more}.png`, png)),
      );
      for (const { status } of sent) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 201: 10, 422: 990 });
    expect(await names(id)).toHaveLength(10);
    expect(await alive()).toBe(200);
  });
});
