import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { resolveReviewItem } from '../support/operations.ts';
import { signingOf } from '../support/signing.ts';
import type { Sent } from '../support/steps.ts';

const day = 24 * 60 * 60_000;

describe.each(databases)('who is told by mail of a signature that did not pass, on %s', (kind) => {
  const office = companyOn(kind);
  const { sign } = signingOf(office);
  /** What the house was told about the quote, after everything promised was done. */
  const toldOf = async ({ number }: Sent) => {
    await office().settle();
    return office()
      .mailer.sent.filter(({ subject }) => subject.startsWith(`A signature on ${number} `))
      .map(({ to, text, html }) => ({ to, body: `${text}${html}` }));
  };
  const authorOf = async ({ id }: Sent): Promise<{ id: string; email: string }> => {
    const [author] = await office().rows<{ id: string; email: string }>(
      `select s.id, s.email from staff s join quote q on q.created_by = s.id where q.id = '${id}'`,
    );
    if (author === undefined) throw new Error('Every quote has an author');
    return author;
  };

  test('LK-01: the one who wrote the quote is told, once a day however often somebody tries, without what was typed', async () => {
    const quote = await office().sentQuote();
    for (const email of ['first@example.com', 'second@example.com'])
      expect(await sign(quote, { email })).toMatchObject({ code: 'EMAIL_MISMATCH' });
    const told = await toldOf(quote);
    expect(told.map(({ to }) => to)).toEqual([(await authorOf(quote)).email]);
    expect(told[0]?.body).toContain('another address than the one that the quote was sent to');
    expect(told[0]?.body).not.toMatch(/first@example|second@example|\/q\/#/);
    await office().tamper(`update review_item set resolved_at = created_at where quote_id = '${quote.id}'`);
    await sign(quote, { email: 'third@example.com' });
    expect(await toldOf(quote)).toHaveLength(1);
    office().clock.advance(day);
    await office().tamper(`update review_item set resolved_at = created_at where quote_id = '${quote.id}'`);
    await sign(quote, { email: 'fourth@example.com' });
    expect(await toldOf(quote)).toHaveLength(2);
  });

  test('TT-01: another kind of failure is told of by itself', async () => {
    const quote = await office().sentQuote();
    await sign(quote, { email: 'first@example.com' });
    await sign(quote, { expectedTotal: 1 });
    expect(await toldOf(quote)).toHaveLength(2);
  });

  test('the owner is told in the place of an author who has left', async () => {
    const quote = await office().sentQuote();
    const author = await authorOf(quote);
    // By tomorrow the session is over, and it is another owner who signs in.
    office().clock.advance(day);
    await office().as('OWNER');
    await office().tamper(
      `update staff set disabled_at = '2026-01-01T00:00:00.000Z' where id = '${author.id}'`,
    );
    await sign(quote, { expectedTotal: 1 });
    const [owner] = await office().rows<{ email: string }>(
      `select email from staff where role = 'OWNER' and disabled_at is null order by id limit 1`,
    );
    expect((await toldOf(quote)).map(({ to }) => to)).toEqual([owner?.email]);
    await office().tamper(`update staff set disabled_at = null where id = '${author.id}'`);
  });

  test('nobody is told of what was settled before the mail went out', async () => {
    const quote = await office().sentQuote();
    await sign(quote, { expectedTotal: 1 });
    const [item] = await office().rows<{ id: string }>(
      `select id from review_item where quote_id = '${quote.id}'`,
    );
    const input = { id: item?.id, resolution: 'Called the customer.' };
    await office().make(resolveReviewItem, { input }, await office().as('STAFF'));
    expect(await toldOf(quote)).toEqual([]);
  });
});
