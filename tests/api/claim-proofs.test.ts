import { describe, expect, test } from 'vitest';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { aPdf, aPhoto, aPng, upload } from '../support/files.ts';
import { portalInvoice } from '../support/operations.ts';
import type { Signed } from '../support/steps.ts';

type Seen = {
  status: string;
  reminderPause: { reason: string; until: string | null } | null;
  payments: { status: string; proofs: { name: string; contentType: string; size: number; url: string }[] }[];
};
const seen = `query ($id: ID!) { invoice(id: $id) { status reminderPause { reason until } payments { status proofs { name contentType size url } } } }`;

describe.each(databases)('proofs of claims on %s', (kind) => {
  const office = companyOn(kind);
  const { claim, confirm, reject, itemsOf, read } = cashDesk(office);
  const look = async (quote: Signed) =>
    office().make<Seen>(seen, { id: quote.invoice.id }, await office().as('BOOKKEEPER'));
  const send = (quote: Signed, name: string, bytes: Buffer, link = quote.link) =>
    upload(office(), `/uploads/claims?name=${encodeURIComponent(name)}`, bytes, link);
  const download = (url: string, cookie = '') =>
    office().app.server.inject({ url, headers: cookie === '' ? {} : { cookie } });

  test('a photo of the slip goes with the claim, drawn anew, for staff to see for five minutes', async () => {
    const quote = await office().signedQuote();
    await claim(quote);
    expect(await send(quote, 'IMG_0001.HEIC.jpg', await aPhoto())).toMatchObject({
      status: 201,
      body: { proofs: ['IMG_0001.HEIC.jpg'] },
    });
    const [payment] = (await look(quote)).payments;
    expect(payment).toMatchObject({
      status: 'CLAIMED',
      proofs: [{ name: 'IMG_0001.HEIC.jpg', contentType: 'image/jpeg' }],
    });
    const url = payment?.proofs[0]?.url ?? '';
    const file = await download(url);
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-type']).toBe('image/jpeg');
    expect(file.headers['content-disposition']).toContain('attachment');
    expect(file.rawPayload.includes(Buffer.from('secret studio'))).toBe(false);
    // Nothing else opens with it, nobody without it, and staff who are signed in do not need it.
    expect((await download(url.replace(/proofs\/[\w-]+/, 'proofs/other'))).statusCode).toBe(404);
    expect((await download(url.split('?')[0] ?? '')).statusCode).toBe(404);
    const { cookie } = await office().as('BOOKKEEPER');
    expect((await download(url.split('?')[0] ?? '', cookie)).statusCode).toBe(200);
    // The customer reads which files arrived, and not where they are.
    const page = await office().make(portalInvoice, {}, quote.link);
    expect(page).toMatchObject({ payments: [{ proofs: ['IMG_0001.HEIC.jpg'] }] });
    expect(JSON.stringify(page)).not.toContain('/documents/proofs');
  });

  test('three files are kept, the same one once, and none beyond', async () => {
    const quote = await office().signedQuote();
    await claim(quote);
    const first = await aPng('#111111');
    await send(quote, 'a.png', first);
    expect(await send(quote, 'again.png', first)).toMatchObject({ body: { proofs: ['a.png'] } });
    await send(quote, 'b.pdf', await aPdf());
    expect((await send(quote, 'c.png', await aPng('#222222'))).body).toMatchObject({
      proofs: ['a.png', 'b.pdf', 'c.png'],
    });
    expect(await send(quote, 'd.png', await aPng('#333333'))).toMatchObject({
      status: 422,
      body: { code: 'INPUT_INVALID', field: 'file' },
    });
    expect((await look(quote)).payments[0]?.proofs).toHaveLength(3);
  });

  test('two files at the same moment are both kept', async () => {
    const quote = await office().signedQuote();
    await claim(quote);
    await Promise.all([
      send(quote, 'a.png', await aPng('#445566')),
      send(quote, 'b.png', await aPng('#665544')),
    ]);
    expect((await look(quote)).payments[0]?.proofs.map(({ name }) => name).sort()).toEqual([
      'a.png',
      'b.png',
    ]);
  });

  test.each<[string, () => Promise<Buffer>]>([
    ['a program', () => Promise.resolve(Buffer.from('MZ\x90\x00 a program'))],
    ['nothing', () => Promise.resolve(Buffer.alloc(0))],
    ['a picture that is cut off', async () => (await aPng()).subarray(0, 40)],
  ])('%s is refused, and the claim stands', async (_what, bytes) => {
    const quote = await office().signedQuote();
    await claim(quote);
    expect(await send(quote, 'x.png', await bytes())).toMatchObject({ status: 422, body: { field: 'file' } });
    expect((await look(quote)).payments).toMatchObject([{ status: 'CLAIMED', proofs: [] }]);
  });

  test('without an open claim there is nothing to prove; another link and no link prove nothing', async () => {
    const [quote, other] = [await office().signedQuote(), await office().signedQuote()];
    const png = await aPng('#777777');
    expect(await send(quote, 'x.png', png)).toMatchObject({ status: 422, body: { code: 'CLAIM_SETTLED' } });
    await claim(quote);
    const named = `/uploads/claims?invoice=${quote.invoice.number}&name=x.png`;
    expect((await upload(office(), named, png, other.link)).status).toBe(404);
    expect((await upload(office(), named, png, null)).status).toBe(404);
    expect((await upload(office(), named, png, await office().as('OWNER'))).status).toBe(404);
    await confirm(quote);
    expect(await send(quote, 'x.png', png)).toMatchObject({ status: 422, body: { code: 'CLAIM_SETTLED' } });
  });

  test('after twenty files of one link there is a pause', async () => {
    const quote = await office().signedQuote();
    await claim(quote);
    const program = Buffer.from('MZ a program');
    const codes: (string | undefined)[] = [];
    for (let at = 0; at < 21; at += 1) codes.push((await send(quote, 'x.png', program)).body.code);
    expect(codes.slice(0, 20).every((code) => code === 'INPUT_INVALID')).toBe(true);
    expect(codes[20]).toBe('TOO_MANY_ATTEMPTS');
  });

  test('PM-08: a hundred presses are one open claim, nothing is paid, and reminders are silent for seven days', async () => {
    const quote = await office().signedQuote();
    await Promise.all(Array.from({ length: 10 }, () => claim(quote)));
    for (let press = 10; press < 100; press += 1) await claim(quote);
    expect(await look(quote)).toMatchObject({
      status: 'OPEN',
      reminderPause: { reason: 'CLAIM', until: '2026-11-28T01:00:00.000Z' },
      payments: [{ status: 'CLAIMED' }],
    });
    expect(await itemsOf(quote, false)).toHaveLength(1);
  });

  test('the silence ends by itself, with the claim, and never begins where it is switched off', async () => {
    const [open, settled] = [await office().signedQuote(), await office().signedQuote()];
    await claim(open);
    await claim(settled);
    await reject((await read(settled)).payments[0]?.id ?? '');
    expect((await look(settled)).reminderPause).toBeNull();
    await office().tamper('update company set claim_pause_days = 0');
    expect((await look(open)).reminderPause).toBeNull();
    await office().tamper('update company set claim_pause_days = 7');
    const now = office().clock.now();
    office().clock.set('2026-11-28T00:59:00Z');
    expect((await look(open)).reminderPause).toMatchObject({ reason: 'CLAIM' });
    office().clock.set('2026-11-28T01:01:00Z');
    // Pressing once more does not begin it anew.
    await claim(open);
    expect((await look(open)).reminderPause).toBeNull();
    office().clock.set(now.toISOString());
  });
});
