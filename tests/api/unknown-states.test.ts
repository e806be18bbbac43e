import { describe, expect, test } from 'vitest';
import type { StripeEvent } from '../../api/src/sandbox/stripe/objects.ts';
import { cardWorldOn, type Paid } from '../support/card-world.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';

type Item = { kind: string; title: string; explanation: string; facts: string; payment_id: string };

/** The same event, of another id, whose object says something else. */
const saying = (event: StripeEvent | undefined, changes: object): StripeEvent => {
  if (event === undefined) throw new Error('The provider said nothing');
  const { data, id } = event;
  return { ...event, id: `${id}_odd`, data: { ...data, object: { ...data.object, ...changes } } };
};

describe.each(databases)('a state of the provider that we do not know on %s', (kind) => {
  const office = companyOn(kind);
  const world = cardWorldOn(office);
  const itemsOf = (invoiceId: string) =>
    office().rows<Item>(
      `select kind, title, explanation, facts, payment_id from review_item where invoice_id = '${invoiceId}' and resolved_at is null order by id`,
    );
  const outcomeOf = async (id: string) =>
    (await office().rows<{ outcome: string }>(`select outcome from stripe_event where id = '${id}'`))[0]
      ?.outcome;
  const { moneyBack } = { moneyBack: () => world.provider().moneyBack };
  const first = (events: StripeEvent[], type: string) => events.find((event) => event.type === type);
  const refundOf = ({ intent }: Paid) =>
    first(
      world.eventsOf(() => moneyBack().refundHere(intent, 1000)),
      'refund.created',
    );
  const disputeOf = ({ intent }: Paid) =>
    first(
      world.eventsOf(() => moneyBack().dispute(intent)),
      'charge.dispute.created',
    );

  test('ST-04: of a page of ours is told to staff, books nothing, and the money is found once its word is known', async () => {
    const quote = await office().signedQuote();
    const session = await world.openPage(quote);
    const events = world.eventsOf(() => world.provider().checkouts.pay(session));
    const odd = saying(first(events, 'checkout.session.completed'), { payment_status: 'paid_in_part' });
    await world.deliver(odd, odd);
    expect(await outcomeOf(odd.id)).toBe('needs a person');
    expect(await world.read(quote)).toMatchObject({ status: 'OPEN', payments: [{ status: 'STARTED' }] });
    expect(await itemsOf(quote.invoice.id)).toMatchObject([
      {
        kind: 'PROVIDER_MESSAGE',
        title: expect.stringContaining('paid_in_part'),
        explanation: expect.stringContaining('Nothing was booked'),
        facts: expect.stringContaining(odd.id),
      },
    ]);
    await world.deliver(...events);
    expect(await world.read(quote)).toMatchObject({ status: 'PAID' });
    expect(await itemsOf(quote.invoice.id)).toEqual([]);
  });

  test.each<[string, (paid: Paid) => StripeEvent | undefined, string]>([
    ['a refund', refundOf, 'held_for_review'],
    ['a refund', refundOf, 'constructor'],
    ['a dispute', disputeOf, 'reconsidered'],
  ])(
    'ST-04: of %s of ours is told to staff once, books nothing, and the event is kept',
    async (_what, make, state) => {
      const paid = await world.paid();
      const before = await world.read(paid.quote);
      const odd = saying(make(paid), { status: state });
      const again = { ...odd, id: `${odd.id}_again` };
      await world.deliver(odd, again);
      expect([await outcomeOf(odd.id), await outcomeOf(again.id)]).toEqual([
        'needs a person',
        'needs a person',
      ]);
      expect(await world.read(paid.quote)).toMatchObject({
        status: before.status,
        refunds: [],
        disputes: [],
        payments: before.payments,
      });
      const items = await itemsOf(paid.quote.invoice.id);
      expect(items).toMatchObject([{ kind: 'PROVIDER_MESSAGE', payment_id: paid.paymentId }]);
      expect(items[0]?.title).toContain(state);
    },
  );

  test('ST-04: of a refund or a dispute of another till is not our business', async () => {
    const paid = await world.paid();
    const foreign = { payment_intent: 'pi_of_another_till', metadata: {}, status: 'unheard_of' };
    const events = [
      saying(refundOf(paid), { ...foreign, id: 're_of_another_till' }),
      saying(disputeOf(paid), { ...foreign, id: 'du_of_another_till' }),
    ];
    await world.deliver(...events);
    for (const { id } of events) expect(await outcomeOf(id)).toBe('not ours');
    expect(await itemsOf(paid.quote.invoice.id)).toEqual([]);
  });

  test('ST-04: of a refund of ours that is known by our id alone is told as well', async () => {
    const paid = await world.paid();
    const refund = await world.refund(paid.paymentId, { amount: 5000 });
    const event = saying(refundOf(paid), {
      id: 're_unheard',
      payment_intent: null,
      metadata: { refundId: refund.id },
      status: 'unheard_of',
    });
    await world.deliver(event);
    expect(await outcomeOf(event.id)).toBe('needs a person');
    expect(await itemsOf(paid.quote.invoice.id)).toMatchObject([{ kind: 'PROVIDER_MESSAGE' }]);
  });
});
