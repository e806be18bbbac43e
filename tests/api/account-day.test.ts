import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { portalAccount, sendAccountLink } from '../support/operations.ts';
import { aKey } from '../support/steps.ts';

describe.each(databases)('the day of a customer’s account on %s', (kind) => {
  const office = companyOn(kind);

  test('is the day where the company is, whatever the browser’s clock says', async () => {
    const { id: customerId } = await office().customer();
    const input = { idempotencyKey: aKey(), customerId };
    await office().make(sendAccountLink, { input }, await office().as('STAFF'));
    await office().settle();
    const { text } = office().mailer.sent.at(-1) ?? { text: '' };
    const link = /\/a\/#([\w-]{43})/.exec(text)?.[1] ?? 'no link';
    // half past midnight in Sydney, while it is the old year in London and in New York
    office().clock.set('2026-12-31T13:30:00Z');
    expect(await office().make(portalAccount, {}, { link })).toMatchObject({ today: '2027-01-01' });
  });
});
