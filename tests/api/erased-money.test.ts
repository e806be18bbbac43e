import { describe, expect, test } from 'vitest';
import { cardWorldOn } from '../support/card-world.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { asZelda, erasureDesk, zelda } from '../support/erasure-desk.ts';
import { voidInvoice } from '../support/operations.ts';
import { aKey } from '../support/steps.ts';

const deposit = 112_470;

describe.each(databases)('money of somebody who was erased, on %s', (kind) => {
  const office = companyOn(kind);
  const world = cardWorldOn(office);
  const desk = erasureDesk(office);

  test('WH-17: it is credit, with a task and without a receipt, and brings nobody back', async () => {
    const { id } = await office().customer(zelda);
    const quote = await office().signedQuote({ title: 'For Zelda Quagmire' }, asZelda, id);
    const session = await world.openPage(quote);
    const events = world.eventsOf(() => world.provider().checkouts.pay(session));
    const input = { idempotencyKey: aKey(), id: quote.invoice.id, reason: 'Zelda has moved' };
    await office().make(voidInvoice, { input }, await office().as('OWNER'));
    await office().settle();
    // Of the page that was open nothing was ever heard.
    await office().tamper(`update payment set status = 'EXPIRED' where status = 'STARTED'`);
    office().clock.set('2037-01-01T01:00:00Z');
    expect(await desk.erase(id)).toMatchObject({ erasure: { outcome: 'ERASED', kind: 'RETENTION_OVER' } });
    const mails = office().mailer.sent.length;

    await world.deliver(...events, ...events);

    expect(await world.read(quote)).toMatchObject({
      status: 'VOID',
      customerCredit: { amount: deposit },
      payments: [{ status: 'CONFIRMED', receipt: null }],
    });
    expect(await world.itemsOf(quote)).toEqual(['OVERPAYMENT']);
    expect(await desk.read(id)).toMatchObject({ name: 'Erased', email: '', erasure: { outcome: 'ERASED' } });
    expect(office().mailer.sent).toHaveLength(mails);
    expect(await desk.traces()).toEqual([]);
  });
});
