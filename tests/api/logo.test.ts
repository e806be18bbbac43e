import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { aPdf, aPhoto, aPng, attach, upload } from '../support/files.ts';
import { readCompany, removeCompanyLogo } from '../support/operations.ts';

type Look = { version: number; colour: string; logoUrl: string | null };

describe.each(databases)('the logo on %s', (kind) => {
  const office = companyOn(kind);
  const look = async () => office().make<Look>(readCompany, {}, await office().as('BOOKKEEPER'));
  const put = async (bytes: Buffer) =>
    upload(office(), '/uploads/company/logo', bytes, await office().as('OWNER'));
  const remove = async (logoUrl: string) =>
    office().run(removeCompanyLogo, { input: { logoUrl } }, await office().as('OWNER'));
  const open = (url: string) => office().app.server.inject({ url });

  test('is drawn anew, small, and open to everybody for ever', async () => {
    const { version } = await look();
    const { status, body } = await put(await aPng('#aa3300', 2000, 500));
    expect(status).toBe(201);
    expect(await look()).toMatchObject({ logoUrl: body.logoUrl, version });
    const picture = await open(body.logoUrl);
    expect(await sharp(picture.rawPayload).metadata()).toMatchObject({
      format: 'png',
      width: 800,
      height: 200,
    });
    expect(picture.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  test('can be removed; the papers of before still find it', async () => {
    const { body } = await put(await aPhoto());
    expect(await remove('/logo/another')).toEqual({ fault: 'CONFLICT' });
    for (const _twice of [1, 2]) expect(await remove(body.logoUrl)).toMatchObject({ logoUrl: null });
    expect((await look()).logoUrl).toBeNull();
    expect((await open(body.logoUrl)).statusCode).toBe(200);
  });

  test('is the only file that its hash opens', async () => {
    const { id } = await office().draft();
    await attach(office(), id, 'x.png', await aPng('#0a0b0c'));
    const [row] = await office().rows<{ hash: string }>('select hash from attachment');
    for (const hash of [row?.hash, 'a'.repeat(64), '..%2f', 'x'])
      expect((await open(`/logo/${hash}`)).statusCode).toBe(404);
  });

  test('is a picture of at most 2 MB', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('<svg/>'), await aPdf()]) {
      expect(await put(bytes)).toMatchObject({ status: 422, body: { code: 'INPUT_INVALID', field: 'file' } });
    }
    expect(await put(Buffer.alloc(2 * 1024 * 1024 + 1))).toMatchObject({ status: 413 });
  });

  test('is for owners to change', async () => {
    const png = await aPng();
    for (const role of ['MANAGER', 'STAFF', 'BOOKKEEPER'] as const) {
      const sent = await upload(office(), '/uploads/company/logo', png, await office().as(role));
      expect(sent).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
      expect(
        await office().run(removeCompanyLogo, { input: { logoUrl: '' } }, await office().as(role)),
      ).toEqual({
        fault: 'FORBIDDEN',
      });
    }
    expect((await upload(office(), '/uploads/company/logo', png, null)).status).toBe(401);
  });
});
