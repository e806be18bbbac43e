import { createPublicKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ed25519Signer, newSigningKey } from '../../api/src/adapters/signing-key.ts';
import { rememberKey } from '../../api/src/acceptances/signing-keys.ts';
import { anchorAudit } from '../../api/src/audit/anchor-audit.ts';
import { sealAudit } from '../../api/src/audit/seal-audit.ts';
import { systemContext } from '../../api/src/context.ts';
import { judgePack } from '../../api/src/verify/judge-pack.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import * as operations from '../support/operations.ts';
import type { PrintedDocument } from '../../api/src/letters/printed-document.ts';
import { aSignature, type Signed } from '../support/steps.ts';

type Urls = { evidenceUrl: string | null; pdfUrl: string };

describe.each(databases)('the evidence of a signature on %s', (kind) => {
  const office = companyOn(kind);
  const get = async (url: string, headers: Record<string, string> = {}) =>
    office().app.server.inject({ url, headers });
  const urlsOf = async ({ link }: Pick<Signed, 'link'>) =>
    office().make<Urls>(operations.portalEvidenceUrl, {}, link);
  const officeUrls = async ({ id }: Pick<Signed, 'id'>) =>
    office().make<Urls>(operations.evidenceUrls, { id }, await office().as('OWNER'));
  const download = async (url: string | null): Promise<Buffer> => (await get(url ?? '/none')).rawPayload;
  const ownKeys = () => {
    const { signer } = office().app.instance;
    return new Map([[signer.keyId, signer.publicKey]]);
  };
  const wrongs = (bytes: Uint8Array, keys: ReadonlyMap<string, string> | null = ownKeys()) =>
    judgePack(bytes, keys).checks.filter(({ problem }) => problem !== null);
  const signed = async (): Promise<Signed> => {
    const quote = await office().signedQuote();
    await office().settle();
    return quote;
  };
  const nextDay = async () => {
    office().clock.advance(24 * 3_600_000);
    const ctx = await systemContext(office().app.instance, 'test');
    await sealAudit(ctx);
    await anchorAudit(ctx);
  };

  test('comes as one file that holds, for the customer and for staff, and is not there before', async () => {
    const open = await office().sentQuote();
    expect(await urlsOf(open)).toMatchObject({ evidenceUrl: null });
    expect(await officeUrls(open)).toMatchObject({ evidenceUrl: null });
    const quote = await signed();
    const { evidenceUrl } = await urlsOf(quote);
    const answer = await get(evidenceUrl ?? '');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-disposition': `attachment; filename="${quote.number}-evidence.json"`,
      'cache-control': 'private, no-store',
    });
    expect(wrongs(answer.rawPayload)).toEqual([]);
    const whole = await download((await officeUrls(quote)).evidenceUrl);
    expect(wrongs(whole)).toEqual([]);
  });

  test('tells the customer of the signature alone, and staff of the whole history', async () => {
    const quote = await signed();
    const told = (bytes: Buffer): string[] =>
      judgePack(bytes, ownKeys()).pack?.history.entries.map(({ entry }) => entry.action) ?? [];
    expect(told(await download((await urlsOf(quote)).evidenceUrl))).toEqual(['quote.accepted']);
    const forOffice = told(await download((await officeUrls(quote)).evidenceUrl));
    expect(forOffice).toContain('quote.created');
    expect(forOffice).toContain('quote.accepted');
  });

  test('opens with its own address, for five minutes, and leads to nothing else', async () => {
    const [mine, other] = [await signed(), await signed()];
    const url = (await urlsOf(mine)).evidenceUrl ?? '';
    for (const wrong of [
      url.replace(mine.id, other.id),
      url.replace('/evidence/', '/office-evidence/'),
      url.replace('/evidence/', '/quotes/').replace('.json', '.pdf'),
      url.replace(/until=\d+/, 'until=9999999999'),
      url.replace(/\?.*/, ''),
      url.replace('.json', ''),
    ])
      expect([wrong, (await get(wrong)).statusCode]).toEqual([wrong, 404]);
    expect((await get(url.replace(/\?.*/, ''), await office().as('BOOKKEEPER'))).statusCode).toBe(200);
    office().clock.advance(5 * 60_000 + 1000);
    expect((await get(url)).statusCode).toBe(404);
  });

  test('names the fingerprints that were mailed before and after it', async () => {
    await nextDay();
    const quote = await signed();
    await nextDay();
    const after = (await office().rows<{ day: string }>('select day from audit_anchor order by day')).at(
      -1,
    )?.day;
    const { pack } = judgePack(await download((await urlsOf(quote)).evidenceUrl), ownKeys());
    expect(pack?.history.anchors.map(({ day }) => day)).toContain(after);
    expect(pack?.history.runs.every(({ from }) => from.seq > 0)).toBe(true);
  });

  test('EV-04: is the PDF that was kept, also when it would be printed otherwise today', async () => {
    const quote = await signed();
    const { pdfUrl } = await urlsOf(quote);
    const before = await get(pdfUrl);
    const { instance } = office().app;
    const { render } = instance.pdf;
    instance.pdf.render = async () => Buffer.from('%PDF printed anew by other code');
    try {
      expect((await get(pdfUrl)).rawPayload.equals(before.rawPayload)).toBe(true);
      const { pack } = judgePack(await download((await urlsOf(quote)).evidenceUrl), ownKeys());
      expect(pack?.document.bytes).toBe(before.rawPayload.toString('base64'));
      expect(before.headers['etag']).toBe(`"${pack?.document.sha256}"`);
    } finally {
      instance.pdf.render = render;
    }
  });

  test('EV-05: what an earlier key signed stays good, and the history tells of the change', async () => {
    const { instance } = office().app;
    const old = instance.signer;
    const quote = await signed();
    try {
      instance.signer = ed25519Signer(newSigningKey());
      await rememberKey(instance);
      await rememberKey(instance);
      const file = await download((await urlsOf(quote)).evidenceUrl);
      expect(wrongs(file, null)).toEqual([]);
      expect(wrongs(file, new Map([...ownKeys(), [old.keyId, old.publicKey]]))).toEqual([]);
      // With the new key alone the old record cannot be judged, and the report says which key is missing.
      expect(wrongs(file)[0]?.problem).toContain(`signed with the key ${old.keyId}`);
      const [note] = await office().rows<{ text: string }>(
        `select text from audit where action = 'signing-key.changed' and facts like '%${instance.signer.keyId}%'`,
      );
      expect(note?.text).toContain(`what the key ${old.keyId} signed stays good`);
      const next = await signed();
      expect(wrongs(await download((await urlsOf(next)).evidenceUrl))).toEqual([]);
      const kept = await office().rows<{ public_key: string }>('select public_key from signing_key');
      for (const { public_key } of kept)
        expect(createPublicKey(public_key).asymmetricKeyType).toBe('ed25519');
    } finally {
      instance.signer = old;
    }
  });

  test('EV-06: what machines fetched stands on no certificate as an opening', async () => {
    const quote = await office().sentQuote();
    const visit = (visitId: string, opened: boolean) =>
      office().make(operations.recordVisit, { input: { visitId, opened } }, quote.link);
    for (const robot of ['robot-0001', 'robot-0002', 'robot-0003']) await visit(robot, false);
    await visit('person-0001', false);
    await visit('person-0001', true);
    await office().make(operations.signQuote, { input: aSignature(quote) }, quote.link);
    office().clock.advance(1000);
    await visit('person-0002', true);
    const { instance } = office().app;
    const { render } = instance.pdf;
    const printed: PrintedDocument[] = [];
    instance.pdf.render = (document) => {
      printed.push(document);
      return render(document);
    };
    try {
      await office().settle();
    } finally {
      instance.pdf.render = render;
    }
    const certificate = printed
      .flatMap(({ sections }) => sections)
      .find(({ kind: one }) => one === 'CERTIFICATE');
    const said = certificate?.kind === 'CERTIFICATE' ? certificate.facts : [];
    expect(said.find(({ label }) => label === 'Opened before signing')?.value).toMatch(
      /^Once by a person, first on /,
    );
    expect(said.find(({ label }) => label === 'How it was proven')?.value).toContain(
      'typed the same address',
    );
  });
});
