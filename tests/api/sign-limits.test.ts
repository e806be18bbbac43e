import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { portalQuote, quoteById, quotes, reviewItems, signQuote } from '../support/operations.ts';
import { aCompany, aSignature, type Sent } from '../support/steps.ts';

describe.each(databases)('the last valid day on %s', (kind) => {
  const office = companyOn(kind);
  const sign = (quote: Sent) => office().run(signQuote, { input: aSignature(quote) }, quote.link);

  test.each([
    // Sydney is 11 hours ahead in December, Auckland 13; Los Angeles is 8 behind.
    ['Australia/Sydney', '2026-12-01T12:59:59.999Z', '2026-12-01T13:00:00.000Z'],
    ['Pacific/Auckland', '2026-12-01T10:59:59.999Z', '2026-12-01T11:00:00.000Z'],
    ['America/Los_Angeles', '2026-12-02T07:59:59.999Z', '2026-12-02T08:00:00.000Z'],
  ])('SG-06: ends at midnight in %s', async (zone, lastMoment, nextMoment) => {
    office().clock.set('2026-11-21T01:00:00Z');
    await office().tamper(`update company set time_zone = '${zone}'`);
    const [early, late] = [await office().sentQuote(), await office().sentQuote()];
    office().clock.set(lastMoment);
    expect(await office().run(portalQuote, {}, late.link)).toMatchObject({
      status: 'OPEN',
      validUntil: '2026-12-01',
      timeZone: zone,
    });
    expect(await sign(early)).toMatchObject({ status: 'ACCEPTED' });
    office().clock.set(nextMoment);
    expect(await office().run(portalQuote, {}, late.link)).toMatchObject({ status: 'EXPIRED' });
    expect(await sign(late)).toMatchObject({
      code: 'QUOTE_EXPIRED',
      message:
        'This quote was valid until 1 December 2026. Please contact us and we can send you a fresh one.',
    });
    expect(await office().rows(`select id from acceptance where quote_id = '${late.id}'`)).toEqual([]);
    const staff = await office().as('STAFF');
    expect(await office().run(quoteById, { id: late.id }, staff)).toMatchObject({
      status: 'OPEN',
      isExpired: true,
    });
    expect(await office().run(quoteById, { id: early.id }, staff)).toMatchObject({
      status: 'ACCEPTED',
      isExpired: false,
    });
  });

  test('what is expired stays with the open quotes of a list, because nobody did anything to it', async () => {
    const { items } = await office().make<{ items: { id: string }[] }>(
      quotes,
      { status: 'OPEN' },
      await office().as('STAFF'),
    );
    expect(items).toHaveLength(3);
  });
});

/** Each has a company of its own: what is broken here shall show in the check and nowhere else. */
describe.each(databases)('a seal that does not hold on %s', (kind) => {
  test.each([
    ['a price', '"unitPrice":329900', '"unitPrice":129900'],
    ['the terms', 'Due in 14 days.', 'Due in 99 days.'],
    ['the currency', '"currency":"AUD"', '"currency":"USD"'],
    ['the whole text', '{"attachments"', '["attachments"'],
  ])(
    'SG-08: %s was changed behind our back, so nothing is signed and staff are told',
    async (_what, from, to) => {
      const office = await aCompany(kind);
      const quote = await office.sentQuote();
      await office.tamper(
        `update quote set snapshot = replace(snapshot, '${from}', '${to}') where id = '${quote.id}'`,
      );
      expect(await office.run(signQuote, { input: aSignature(quote) }, quote.link)).toMatchObject({
        __typename: 'Refusal',
        code: 'SNAPSHOT_DAMAGED',
        field: null,
      });
      expect(await office.run(reviewItems, {}, await office.as('OWNER'))).toMatchObject({
        items: [
          {
            kind: 'EVIDENCE_MISMATCH',
            title: `A signature on ${quote.number} did not pass: seal`,
            facts: [{ label: 'Seal', approved: quote.revisionHash }],
          },
        ],
      });
      expect(await office.rows('select id from acceptance')).toEqual([]);
      expect(await office.rows('select id from invoice')).toEqual([]);
      expect((await office.broken()).map(({ subject }) => subject)).toEqual([quote.id]);
      await office.close();
    },
  );

  test('a seal that was changed is as bad as a text that was changed', async () => {
    const office = await aCompany(kind);
    const quote = await office.sentQuote();
    await office.tamper(`update quote set snapshot_hash = '${'0'.repeat(64)}' where id = '${quote.id}'`);
    expect(
      await office.run(signQuote, { input: aSignature(quote, { revisionHash: '0'.repeat(64) }) }, quote.link),
    ).toMatchObject({ code: 'SNAPSHOT_DAMAGED' });
    await office.close();
  });
});
