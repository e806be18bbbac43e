import { Readable } from 'node:stream';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { copyAttachments } from '../../api/src/attachments/attachments.ts';
import { systemContext } from '../../api/src/context.ts';
import type { Asker } from '../support/app.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { aPdf, aPhoto, aPng, attach, upload } from '../support/files.ts';
import {
  approveQuote,
  archiveQuote,
  quoteFiles,
  removeAttachment,
  submitQuote,
} from '../support/operations.ts';

type Files = { attachments: { id: string; name: string; size: number; contentType: string; url: string }[] };

describe.each(databases)('files of a quote on %s', (kind) => {
  const office = companyOn(kind);
  const files = async (id: string) =>
    (await office().make<Files>(quoteFiles, { id }, await office().as('BOOKKEEPER'))).attachments;
  const remove = async (quoteId: string, id: string, asker?: Asker) =>
    office().run<Files>(removeAttachment, { input: { quoteId, id } }, asker ?? (await office().as('STAFF')));
  const download = (url: string, headers: Record<string, string> = {}) =>
    office().app.server.inject({ url, headers });
  const blobs = async () => (await office().rows('select hash from blob')).length;

  test('a file is attached, listed and given out, written anew', async () => {
    const { id } = await office().draft();
    const { status, body } = await attach(office(), id, 'C:\\Photos\\Kitchen.png', await aPhoto());
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      name: 'Kitchen.jpg',
      contentType: 'image/jpeg',
      size: expect.any(Number),
      url: expect.stringContaining('/documents/attachments/'),
    });
    expect(await files(id)).toEqual([body]);
    const file = await download(body.url);
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.length).toBe(body.size);
    expect((await sharp(file.rawPayload).metadata()).exif).toBeUndefined();
    expect(file.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="Kitchen.jpg"; filename*=UTF-8''Kitchen.jpg`,
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  test('names of every script and with every sign come back as they were', async () => {
    const { id } = await office().draft();
    const { body } = await attach(office(), id, `Müller's (1) 見積; 100% "x".pdf`, await aPdf());
    expect(body.name).toBe(`Müller's (1) 見積; 100% x.pdf`);
    expect((await download(body.url)).headers['content-disposition']).toBe(
      `attachment; filename="Muller's (1) _ 100_ x.pdf"; filename*=UTF-8''M%C3%BCller%27s%20%281%29%20%E8%A6%8B%E7%A9%8D%3B%20100%25%20x.pdf`,
    );
  });

  test('the same bytes under the same name are the same attachment, also all at once', async () => {
    const { id } = await office().draft();
    const png = await aPng('#112233');
    const answers = await Promise.all([1, 2, 3].map(() => attach(office(), id, 'Plan.png', png)));
    const again = await attach(office(), id, 'Plan.png', png);
    expect(new Set([...answers, again].map(({ body }) => body.id)).size).toBe(1);
    await attach(office(), id, 'Other name.png', png);
    expect((await files(id)).map(({ name }) => name)).toEqual(['Plan.png', 'Other name.png']);
  });

  test('an address opens its file for five minutes and no other one', async () => {
    const { id } = await office().draft();
    const { body: first } = await attach(office(), id, 'a.png', await aPng('#000001'));
    const { body: second } = await attach(office(), id, 'b.png', await aPng('#000002'));
    const plain = `/documents/attachments/${first.id}`;
    expect((await download(first.url.replace(first.id, second.id))).statusCode).toBe(404);
    expect((await download(plain)).statusCode).toBe(404);
    expect((await download(plain, { cookie: (await office().as('BOOKKEEPER')).cookie })).statusCode).toBe(
      200,
    );
    office().clock.advance(5 * 60_000 + 1000);
    expect((await download(first.url)).statusCode).toBe(404);
  });

  test('who may attach and remove', async () => {
    const quote = await office().sentQuote();
    const { id } = await office().draft();
    const png = await aPng();
    const askers: [Asker, number, string][] = [
      [null, 401, 'UNAUTHENTICATED'],
      [quote.link, 401, 'UNAUTHENTICATED'],
      [await office().as('BOOKKEEPER'), 403, 'FORBIDDEN'],
    ];
    for (const [asker, status, code] of askers) {
      expect(await attach(office(), id, 'x.png', png, asker)).toMatchObject({ status, body: { code } });
    }
    for (const role of ['STAFF', 'MANAGER', 'OWNER'] as const) {
      const { body } = await attach(office(), id, 'x.png', png, await office().as(role));
      expect(await remove(id, body.id, await office().as('BOOKKEEPER'))).toEqual({ fault: 'FORBIDDEN' });
      expect(await remove(id, body.id, await office().as(role))).toMatchObject({ id, attachments: [] });
    }
  });

  test('another site cannot attach with the session of a visitor', async () => {
    const { id } = await office().draft();
    const url = `/uploads/quotes/${id}/attachments?name=x.png`;
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const sent = await upload(office(), url, await aPng(), await office().as('OWNER'), headers as never);
      expect(sent.status).toBe(403);
    }
    expect(await files(id)).toEqual([]);
  });

  test('what is not there, and what is fixed, takes no file', async () => {
    const png = await aPng();
    const missing = await attach(office(), '0192f3c4-0000-7000-8000-000000000000', 'x.png', png);
    expect(missing).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    const { id } = await office().sentQuote();
    expect(await attach(office(), id, 'x.png', png)).toMatchObject({
      status: 422,
      body: { code: 'QUOTE_NOT_DRAFT', message: expect.stringContaining('what was approved') },
    });
  });

  test.each([
    ['waits for approval', submitQuote, 'waits for approval'],
    ['is archived', archiveQuote, 'restore it'],
  ])('a draft that %s takes no file and loses none, and the sentence says why', async (_what, step, why) => {
    const { id, version } = await office().draft();
    const { body } = await attach(office(), id, 'Plan.png', await aPng());
    await office().make(step, { input: { id, version } }, await office().as('STAFF'));
    const refusal = { code: 'QUOTE_NOT_DRAFT', message: expect.stringContaining(why) };
    expect(await attach(office(), id, 'x.png', await aPng())).toMatchObject({ status: 422, body: refusal });
    expect(await remove(id, body.id)).toMatchObject(refusal);
    expect(await files(id)).toEqual([body]);
  });

  test('what is approved while its file is opened goes without it', async () => {
    const { id, version } = await office().draft();
    const { instance } = office().app;
    const { files: cleaner } = instance;
    const approve = async () =>
      office().make(approveQuote, { input: { id, version } }, await office().as('OWNER'));
    const slow: typeof cleaner.clean = async (...file) => {
      const clean = await cleaner.clean(...file);
      await approve();
      return clean;
    };
    instance.files = { ...cleaner, clean: slow };
    const { status, body } = await attach(office(), id, 'x.png', await aPng());
    instance.files = cleaner;
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'QUOTE_NOT_DRAFT' });
    expect(await files(id)).toEqual([]);
  });

  test('an approved quote names its files in its seal, keeps them, and shows them to its customer', async () => {
    const { id, version } = await office().draft();
    const { body } = await attach(office(), id, 'Plan.pdf', await aPdf());
    const sent = await office().make<{ number: string }>(
      approveQuote,
      { input: { id, version } },
      await office().as('OWNER'),
    );
    await office().settle();
    expect(await remove(id, body.id)).toMatchObject({ code: 'QUOTE_NOT_DRAFT' });
    const [row] = await office().rows<{ snapshot: string }>(`select snapshot from quote where id = '${id}'`);
    const { name, contentType, size } = body;
    expect(JSON.parse(row?.snapshot ?? '').attachments).toEqual([
      { id: body.id, name, contentType, size, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    const link = office().linkInMail('q', sent.number);
    const seen = await office().make<Files>(
      '{ portalQuote { attachments { name contentType size url } } }',
      {},
      link,
    );
    expect(seen.attachments).toEqual([{ name, contentType, size, url: expect.any(String) }]);
    expect((await download(seen.attachments[0]?.url ?? '')).statusCode).toBe(200);
  });

  test('a file that is too large is refused by its length, and one that does not say so while it comes', async () => {
    const { id } = await office().draft();
    const url = `/uploads/quotes/${id}/attachments?name=x.pdf`;
    const staff = await office().as('STAFF');
    const large = Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-1.7 ');
    let read = 0;
    const endless = Readable.from(
      (function* () {
        for (; read < 1000; read += 1) yield Buffer.alloc(65_536);
      })(),
    );
    const told = await upload(office(), url, large, staff);
    let promised = 0;
    const unread = new Readable({ read: () => void (promised += 1) });
    const length = { 'content-length': String(large.length) };
    expect(await upload(office(), url, unread, staff, length)).toMatchObject({ status: 413 });
    expect(promised).toBe(0);
    expect(told).toMatchObject({ status: 413, body: { code: 'INPUT_INVALID', field: 'file' } });
    expect(await upload(office(), url, endless, staff)).toMatchObject({ status: 413 });
    expect(await files(id)).toEqual([]);
  });

  test('a quote holds ten files, also when more come at once', async () => {
    const { id } = await office().draft();
    const colours = Array.from({ length: 12 }, (_, at) => `#0000${String(at + 10)}`);
    const sent = [];
    for (const half of [colours.slice(0, 6), colours.slice(6)]) {
      const now = half.map(async (colour) => attach(office(), id, `${colour}.png`, await aPng(colour)));
      sent.push(...(await Promise.all(now)));
    }
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(10);
    for (const { body } of sent.filter(({ status }) => status === 422)) {
      expect(body).toEqual({
        code: 'INPUT_INVALID',
        message: expect.stringContaining('10 files'),
        field: 'file',
      });
    }
    expect(await files(id)).toHaveLength(10);
    // A repeat of one that is there is no eleventh.
    expect((await attach(office(), id, '#000010.png', await aPng('#000010'))).status).toBe(201);
  });

  test('more than eight uploads at once wait for a better moment', async () => {
    const { id } = await office().draft();
    const png = await aPng('#abcdef');
    const sent = await Promise.all(Array.from({ length: 20 }, () => attach(office(), id, 'same.png', png)));
    expect(sent.filter(({ status }) => status === 503).length).toBeGreaterThan(0);
    expect((await attach(office(), id, 'same.png', png)).status).toBe(201);
    expect(await files(id)).toHaveLength(1);
  });

  test('what is removed is gone, unless another quote has it as well', async () => {
    const before = await blobs();
    const [one, two] = [await office().draft(), await office().draft()];
    const png = await aPng('#fedcba');
    const { body: first } = await attach(office(), one.id, 'x.png', png);
    const { body: second } = await attach(office(), two.id, 'x.png', png);
    expect(await blobs()).toBe(before + 1);
    await remove(one.id, first.id);
    expect((await download(second.url)).statusCode).toBe(200);
    await remove(one.id, second.id);
    expect((await download(second.url)).statusCode).toBe(200);
    await remove(two.id, second.id);
    expect(await blobs()).toBe(before);
    expect((await download(second.url)).statusCode).toBe(404);
    expect(await remove(two.id, second.id)).toMatchObject({ id: two.id, attachments: [] });
    expect(await remove(second.id, second.id)).toEqual({ fault: 'NOT_FOUND' });
    const { timeline } = await office().make<{ timeline: { text: string }[] }>(
      quoteFiles,
      { id: two.id },
      await office().as('STAFF'),
    );
    expect(timeline.map(({ text }) => text).slice(-2)).toEqual(['Attached x.png', 'Removed x.png']);
  });

  test('a copy of a quote has the same files, and its own list of them', async () => {
    const [from, to] = [await office().draft(), await office().draft()];
    await attach(office(), from.id, 'a.png', await aPng('#010101'));
    const { body } = await attach(office(), from.id, 'b.pdf', await aPdf());
    const ctx = await systemContext(office().app.instance, 'test');
    await office().db.transaction(({ sql: query }) => copyAttachments(ctx, query, from.id, to.id));
    expect((await files(to.id)).map(({ name }) => name)).toEqual(['a.png', 'b.pdf']);
    await remove(from.id, body.id);
    expect(await files(to.id)).toHaveLength(2);
    // A repeat of the upload finds the copy.
    expect((await attach(office(), to.id, 'a.png', await aPng('#010101'))).status).toBe(201);
    expect(await files(to.id)).toHaveLength(2);
  });

  test('bytes and rows take no change, not even by ourselves', async () => {
    const { id } = await office().draft();
    await attach(office(), id, 'x.png', await aPng());
    await expect(office().tamper(`update blob set size = 1`)).rejects.toThrow('append-only');
    await expect(office().tamper(`update attachment set name = 'y'`)).rejects.toThrow('append-only');
    await expect(office().tamper(`delete from blob`)).rejects.toThrow(/foreign key/i);
  });

  test('bytes that are not what their hash says are found', async () => {
    const bytes = kind === 'sqlite' ? `x'00'` : `'\\x00'`;
    await office().tamper(`insert into blob values ('wrong', 'image/png', 1, ${bytes}, '2026-11-21')`);
    expect(await office().broken()).toEqual([{ name: 'a stored file matches its hash', subject: 'wrong' }]);
    await office().tamper(`delete from blob where hash = 'wrong'`);
  });
});
