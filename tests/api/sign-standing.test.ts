import { describe, expect, test } from 'vitest';
import { sha256 } from '../../api/src/sha256.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  cancelQuote,
  declineQuote,
  eraseCustomer,
  portalQuote,
  quoteById,
  reviewItems,
  signQuote,
  submitQuote,
  updateQuote,
} from '../support/operations.ts';
import { signingOf } from '../support/signing.ts';
import { aKey, aQuoteInput, aSignature, type Sent } from '../support/steps.ts';

type Item = { kind: string; quote: { id: string } | null };

describe.each(databases)('who signs what, when, on %s', (kind) => {
  const office = companyOn(kind);
  const { ask, sign, written } = signingOf(office);
  const itemsOf = async (quote: Sent) => {
    const { items } = await office().make<{ items: Item[] }>(
      reviewItems,
      { first: 100 },
      await office().as('OWNER'),
    );
    return items.filter((item) => item.quote?.id === quote.id);
  };

  test.each<[string, string]>([
    ['a plus tag', 'Ana+quotes@silvadental.example'],
    ['another case before the @', 'ANA@silvadental.example'],
    ['a Cyrillic а', '\u0410na@silvadental.example'],
    ['a full-width @', 'Ana\uff20silvadental.example'],
    ['a domain of another script', 'Ana@silvadent\u0430l.example'],
    ['the same in punycode', 'Ana@xn--silvadentl-3wg.example'],
    ['an umlaut in the domain', 'Ana@silvadent\u00e4l.example'],
    ['a Kelvin sign', 'Ana@silvadental.example'.replace('k', '\u212a') + '\u212a'],
    ['no top-level domain', 'Ana@silvadental'],
    ['a dot behind the domain', 'Ana@silvadental.example.'],
    ['an inner space', 'Ana @silvadental.example'],
    ['a zero-width space', 'Ana\u200b@silvadental.example'],
    ['two addresses', 'Ana@silvadental.example,eve@evil.test'],
    ['a name around it', 'Ana <Ana@silvadental.example>'],
    ['a comment', 'Ana(x)@silvadental.example'],
    ['quotation marks', '"Ana"@silvadental.example'],
    ['a line break', 'Ana@silvadental.example\r\nBcc: eve@evil.test'],
    ['an address of a machine', 'Ana@[127.0.0.1]'],
  ])('SG-11: %s is another address, and staff are told', async (_what, email) => {
    const quote = await office().sentQuote();
    const answer = await sign(quote, { email });
    expect(answer).toMatchObject({ code: 'EMAIL_MISMATCH', field: 'email' });
    expect(answer.message).not.toContain('silvadental');
    expect(await itemsOf(quote)).toMatchObject([{ kind: 'ADDRESS_MISMATCH' }]);
    expect(await written(quote)).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['spaces alone', { name: ' \u00a0\u3000 ' }, 'NAME_INVALID'],
    ['what cannot be seen', { name: '\u200b\u200d\u2060\ufeff' }, 'NAME_INVALID'],
    ['a name of 501 signs', { name: 'a'.repeat(501) }, 'NAME_INVALID'],
    ['a name with a line break', { name: 'Ana\nSilva' }, 'NAME_INVALID'],
    ['a drawing of nothing', { signature: { method: 'DRAWN', strokes: [] } }, 'SIGNATURE_INVALID'],
    [
      'a drawing of one point',
      { signature: { method: 'DRAWN', strokes: [[5, 5, 5, 5]] } },
      'SIGNATURE_INVALID',
    ],
    [
      'a drawing beside the paper',
      { signature: { method: 'DRAWN', strokes: [[0, 0, 10, 401]] } },
      'SIGNATURE_INVALID',
    ],
    ['half a point', { signature: { method: 'DRAWN', strokes: [[0, 0, 10]] } }, 'SIGNATURE_INVALID'],
    ['no consent', { agreesToTerms: false }, 'TERMS_NOT_AGREED'],
  ])('SG-12: %s is no signature', async (_what, changes, code) => {
    const quote = await office().sentQuote();
    expect(await sign(quote, changes)).toMatchObject({ __typename: 'Refusal', code });
    expect(await written(quote)).toEqual([]);
    expect(await itemsOf(quote)).toEqual([]);
  });

  test('SG-12: ten megabytes, a picture, and what is missing are turned away at the door', async () => {
    const quote = await office().sentQuote();
    const send = (payload: string) =>
      office().app.server.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', authorization: `Link ${quote.link.link}` },
        payload,
      });
    const strokes = Array.from({ length: 100_000 }, () => [0, 0, 1000, 400]);
    const huge = { input: aSignature(quote, { signature: { method: 'DRAWN', strokes } }) };
    expect((await send(JSON.stringify({ query: signQuote, variables: huge }))).statusCode).toBe(413);
    for (const changes of [
      { signature: { method: 'SVG', strokes: [] } },
      { signature: { method: 'DRAWN', strokes: ['<svg onload=alert(1)>'] } },
      { signature: null },
      { name: undefined },
      { agreesToTerms: undefined },
      { agreesToTerms: 'yes' },
    ]) {
      const { errors } = await ask(quote, changes);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    expect(await written(quote)).toEqual([]);
  });

  test.each([
    ['of one sign', 'X', 'X'],
    ['of 500 signs', 'a'.repeat(500), 'a'.repeat(500)],
    ['with a separate accent', ' Ana Si\u0301lva ', 'Ana S\u00edlva'],
  ])('SG-12: the evidence holds a name %s as it was typed, in one spelling', async (_what, typed, kept) => {
    const quote = await office().sentQuote();
    expect(await sign(quote, { name: typed })).toMatchObject({ status: 'ACCEPTED' });
    const [row] = await office().rows<{ evidence: string }>(
      `select evidence from acceptance where quote_id = '${quote.id}'`,
    );
    expect(JSON.parse(row?.evidence ?? '')).toMatchObject({ signer: { name: kept } });
  });

  test.each<[string, (draft: { id: string; version: number }) => Promise<unknown>]>([
    ['a draft', async () => undefined],
    [
      'a draft that waits for approval',
      async ({ id, version }) =>
        office().make(submitQuote, { input: { id, version } }, await office().as('STAFF')),
    ],
    [
      'a draft that was withdrawn',
      async ({ id, version }) =>
        office().make(cancelQuote, { input: { id, version, note: '' } }, await office().as('OWNER')),
    ],
  ])(
    'SG-07: %s cannot be signed, not even with a link that somebody wrote into the database',
    async (_what, step) => {
      const sent = await office().sentQuote();
      const draft = await office().draft();
      await step(draft);
      await office().tamper(`update link set quote_id = '${draft.id}' where quote_id = '${sent.id}'`);
      expect(await sign(sent)).toEqual({ fault: 'NOT_FOUND' });
      expect(await office().run(portalQuote, {}, sent.link)).toEqual({ fault: 'NOT_FOUND' });
      expect(await office().rows(`select id from acceptance where quote_id = '${draft.id}'`)).toEqual([]);
      expect((await office().broken()).length).toBeGreaterThan(0);
      await office().tamper(`update link set quote_id = '${sent.id}' where quote_id = '${draft.id}'`);
    },
  );

  test('SG-07: an approval of other content signs nothing, however well the content and its seal fit each other', async () => {
    const quote = await office().sentQuote();
    const [row] = await office().rows<{ snapshot: string }>(
      `select snapshot from quote where id = '${quote.id}'`,
    );
    const snapshot = (row?.snapshot ?? '').replaceAll('329900', '100');
    const write = (text: string) =>
      office().tamper(
        `update quote set snapshot = '${text.replaceAll("'", "''")}', snapshot_hash = '${sha256(text)}' where id = '${quote.id}'`,
      );
    await write(snapshot);
    const page = await office().make<{ revisionHash: string }>(portalQuote, {}, quote.link);
    expect(page.revisionHash).toBe(sha256(snapshot));
    for (const revisionHash of [page.revisionHash, quote.revisionHash])
      expect(await sign(quote, { revisionHash, expectedTotal: 45_100 })).toMatchObject({
        code: 'SNAPSHOT_DAMAGED',
      });
    await write(row?.snapshot ?? '');
    expect(await written(quote)).toEqual([]);
    // What was approved can be signed, and not as what was approved before.
    expect(await sign(quote, { revisionHash: sha256(snapshot) })).toMatchObject({
      code: 'REVISION_SUPERSEDED',
    });
    expect(await sign(quote)).toMatchObject({ status: 'ACCEPTED' });
  });

  test('SG-09: a signed quote takes no other signature, no refusal, no change and no deletion, and can be seen for ever', async () => {
    const quote = await office().signedQuote();
    const owner = await office().as('OWNER');
    const seen = await office().make<{ version: number }>(quoteById, { id: quote.id }, owner);
    expect(await sign(quote)).toMatchObject({ code: 'QUOTE_ALREADY_ACCEPTED' });
    const no = { revisionHash: quote.revisionHash, reason: 'Too dear after all.' };
    expect(await office().run(declineQuote, { input: no }, quote.link)).toMatchObject({
      code: 'QUOTE_ALREADY_ACCEPTED',
    });
    const change = { id: quote.id, version: seen.version, quote: aQuoteInput({ title: 'Other' }) };
    expect(await office().run(updateQuote, { input: change }, owner)).toMatchObject({
      code: 'QUOTE_NOT_DRAFT',
    });
    expect(
      await office().run(cancelQuote, { input: { id: quote.id, version: seen.version, note: '' } }, owner),
    ).toMatchObject({
      code: 'QUOTE_NOT_OPEN',
    });
    // There is no operation that deletes a quote; staff can archive it.
    const { data } = await office().ask<{ __schema: { mutationType: { fields: { name: string }[] } } }>(
      '{ __schema { mutationType { fields { name } } } }',
      {},
      owner,
    );
    const deleting = data?.__schema.mutationType.fields.filter(({ name }) =>
      /^(delete|remove|erase)/.test(name),
    );
    expect(deleting?.map(({ name }) => name).toSorted()).toEqual([
      'deleteCustomer',
      'deleteView',
      'eraseCustomer',
      'removeAttachment',
      'removeCompanyLogo',
    ]);
    const [{ customer_id: id } = { customer_id: '' }] = await office().rows<{ customer_id: string }>(
      `select customer_id from quote where id = '${quote.id}'`,
    );
    const wish = { idempotencyKey: aKey(), id, reason: 'Asked for it by letter.' };
    expect(await office().run(eraseCustomer, { input: wish }, owner)).toMatchObject({
      erasure: { outcome: 'RESTRICTED' },
    });
    expect(await office().run(portalQuote, {}, quote.link)).toMatchObject({ status: 'ACCEPTED' });
  });

  test.each([
    ['a second', 1000],
    ['an hour', 60 * 60_000],
    ['25 hours', 25 * 60 * 60_000],
  ])(
    'SG-04: the answer got lost; the same request after %s gets it, and no second mail goes out',
    async (_what, pause) => {
      const start = office().clock.now().toISOString();
      const quote = await office().sentQuote();
      const changes = { idempotencyKey: aKey() };
      const { pdfUrl: _lost, ...lost } = await sign(quote, changes);
      await office().settle();
      const sent = office().mailer.sent.length;
      office().clock.advance(pause);
      const { pdfUrl: _again, ...again } = await sign(quote, changes);
      // All but the address of the document, which is good for five minutes.
      expect(again).toEqual(lost);
      await office().settle();
      expect(office().mailer.sent).toHaveLength(sent);
      expect(await written(quote)).toHaveLength(2);
      office().clock.set(start);
    },
  );

  test('SG-03: the same key with any other detail does nothing', async () => {
    const quote = await office().sentQuote();
    const idempotencyKey = aKey();
    await sign(quote, { idempotencyKey });
    for (const changes of [
      { name: 'Ana Silvas' },
      { expectedTotal: 374_901 },
      { choices: [] },
      { agreesToTerms: false },
    ])
      expect(await sign(quote, { idempotencyKey, ...changes })).toMatchObject({
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
    expect(await written(quote)).toHaveLength(2);
  });
});
