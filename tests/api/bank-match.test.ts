import { describe, expect, test } from 'vitest';
import { bankDesk, type Line } from '../support/bank-desk.ts';
import { bankScenes, deposit } from '../support/bank-scenes.ts';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { reviewItems } from '../support/operations.ts';
import { aTable } from '../support/statements.ts';

type Item = {
  id: string;
  kind: string;
  title: string;
  resolution: string | null;
  facts: { label: string; sent: string | null; approved: string | null }[];
};

describe.each(databases)('lines of the bank and invoices on %s', (kind) => {
  const office = companyOn(kind);
  const bank = bankDesk(office);
  const cash = cashDesk(office);
  const { scene, seen } = bankScenes(office);
  const creditOf = async (customerId: string) => {
    const rows = await office().rows<{ amount: number }>(
      `select amount from customer_credit where customer_id = '${customerId}'`,
    );
    return Number(rows[0]?.amount ?? 0);
  };
  const itemsOf = async (search: string, resolved = false) => {
    const { items } = await office().make<{ items: Item[] }>(
      reviewItems,
      { resolved, search, first: 100 },
      await office().as('BOOKKEEPER'),
    );
    return items;
  };

  test('PM-04: a transfer with the right number and amount is suggested, and nothing is paid before somebody confirms it', async () => {
    const { first, invoice } = await scene(1, ([number]) => [
      { amount: '1,124.70', reference: `Invoice ${number} thanks` },
    ]);
    expect(first.suggestions[0]).toMatchObject({
      confidence: 'STRONG',
      reasons: ['REFERENCE_EXACT', 'AMOUNT_EXACT', 'NAME', 'DATE'],
      rest: { amount: 0 },
      allocations: [{ amount: { amount: deposit }, invoice: { number: invoice.number } }],
    });
    expect(await seen(invoice.id)).toMatchObject({ status: 'OPEN', payments: [] });
    const matched = await bank.confirm([first.id], [{ invoiceId: invoice.id, amount: deposit }]);
    expect(matched).toMatchObject({
      status: 'MATCHED',
      settledBy: 'The staff',
      suggestions: [],
      matches: [
        {
          amount: { amount: deposit },
          confirmedBy: 'The staff',
          payment: { status: 'CONFIRMED', receipt: { number: expect.stringMatching(/^RC-2026-/) } },
        },
      ],
    });
    const paid = await seen(invoice.id);
    expect(paid).toMatchObject({ status: 'PAID', balance: { amount: 0 } });
    expect(paid.log.map(({ kind: step }) => step)).toEqual(
      expect.arrayContaining(['CONFIRMED', 'BANK_MATCHED']),
    );
    await office().settle();
    expect(
      office().mailer.sent.some(
        ({ subject, text }) => /receipt/i.test(subject) && text.includes(invoice.number),
      ),
    ).toBe(true);
  });

  test('one transfer pays several invoices', async () => {
    const { first, invoices } = await scene(2, () => [{ amount: '2,249.40', reference: 'both, thanks' }]);
    expect(first.suggestions[0]).toMatchObject({ reasons: ['AMOUNT_EXACT', 'NAME'], rest: { amount: 0 } });
    expect(first.suggestions[0]?.allocations.map(({ invoice }) => invoice.id).toSorted()).toEqual(
      invoices.map(({ id }) => id).toSorted(),
    );
    const matched = await bank.confirm(
      [first.id],
      invoices.map(({ id }) => ({ invoiceId: id, amount: deposit })),
    );
    expect(matched.matches).toHaveLength(2);
    for (const { id } of invoices) expect(await seen(id)).toMatchObject({ status: 'PAID' });
  });

  test('several transfers pay one invoice, each with a receipt of its own', async () => {
    const { lines, invoice } = await scene(1, ([number]) => [
      { amount: '1,000.00', reference: `${number} part 1` },
      { amount: '124.70', reference: `${number} part 2` },
    ]);
    const matched = await bank.confirm(
      lines.map(({ id }) => id),
      [{ invoiceId: invoice.id, amount: deposit }],
    );
    expect(matched).toMatchObject({ status: 'MATCHED', matches: [{ amount: { amount: 100_000 } }] });
    const paid = await seen(invoice.id);
    expect(paid).toMatchObject({ status: 'PAID', balance: { amount: 0 } });
    expect(paid.payments).toHaveLength(2);
    expect(await office().rows(`select id from receipt where invoice_id = '${invoice.id}'`)).toHaveLength(2);
  });

  test('PM-04: a part stays a part, and a cent too little leaves a cent', async () => {
    const { first, invoice, name } = await scene(1, ([number]) => [
      { amount: '1,124.69', reference: number ?? '' },
    ]);
    expect(first.suggestions[0]?.reasons).toEqual(['REFERENCE_EXACT', 'AMOUNT_NEAR', 'NAME', 'DATE']);
    const [item] = await itemsOf(name);
    expect(item).toMatchObject({
      kind: 'BANK_MISMATCH',
      title: `A transfer is off by a little: invoice ${invoice.number}`,
    });
    expect(item?.facts[0]).toEqual({ label: 'Amount', sent: '$1,124.69', approved: '$1,124.70' });
    await bank.confirm([first.id], [{ invoiceId: invoice.id, amount: 112_469 }]);
    expect(await seen(invoice.id)).toMatchObject({ status: 'PARTIALLY_PAID', balance: { amount: 1 } });
    expect(await itemsOf(name)).toEqual([]);
    expect((await itemsOf(name, true))[0]).toMatchObject({
      id: item?.id,
      resolution: 'The line was matched.',
    });
  });

  test('PM-04: a cent too much is the customer’s credit', async () => {
    const { first, invoice, customer } = await scene(1, ([number]) => [
      { amount: '1,124.71', reference: number ?? '' },
    ]);
    expect(first.suggestions[0]).toMatchObject({ rest: { amount: 1 } });
    await bank.confirm([first.id], [{ invoiceId: invoice.id, amount: deposit }]);
    expect(await seen(invoice.id)).toMatchObject({ status: 'PAID', balance: { amount: 0 } });
    expect(await creditOf(customer.id)).toBe(1);
  });

  test('PM-04: a wrong reference is put before a person; what they ignore comes off, and back', async () => {
    const { first, invoice, name } = await scene(1, ([number]) => [
      { amount: '1,124.70', reference: (number ?? '').replace(/\d\d$/, '99') },
    ]);
    const [item] = await itemsOf(name);
    expect(item).toMatchObject({
      kind: 'BANK_MISMATCH',
      title: `A transfer with another reference: invoice ${invoice.number}?`,
    });
    expect(await bank.ignore(first.id, '  ')).toMatchObject({ code: 'INPUT_INVALID', field: 'reason' });
    expect(await bank.ignore(first.id, 'Private money')).toMatchObject({
      status: 'IGNORED',
      note: 'Private money',
      settledBy: 'The staff',
    });
    expect((await itemsOf(name, true))[0]).toMatchObject({
      id: item?.id,
      resolution: 'Ignored: Private money',
    });
    expect(await bank.ignore(first.id)).toMatchObject({ code: 'LINE_SETTLED' });
    expect(await bank.confirm([first.id], [{ invoiceId: invoice.id, amount: deposit }])).toMatchObject({
      code: 'LINE_SETTLED',
    });
    expect(await bank.restore(first.id)).toMatchObject({ status: 'TO_MATCH', note: null, settledBy: null });
    expect(await bank.restore(first.id)).toMatchObject({ code: 'LINE_SETTLED' });
    expect(await seen(invoice.id)).toMatchObject({ status: 'OPEN', payments: [] });
  });

  test('money that somebody confirmed before the statement came is recognised and not paid twice', async () => {
    const quote = await office().signedQuote();
    await cash.confirm(quote, { method: 'BANK_TRANSFER', reference: 'seen online' });
    const before = await seen(quote.invoice.id);
    const statement = await bank.bring(
      aTable([
        { day: '21/11/2026', name: 'X', reference: quote.invoice.number, amount: '1,124.70' },
        { day: '21/11/2026', name: 'X', reference: 'other', amount: '5.00' },
      ]),
    );
    const [first, other] = (await bank.linesOf(statement)).toSorted((a, b) => a.row - b.row) as [Line, Line];
    const paymentId = before.payments[0]?.id ?? '';
    expect(first.suggestions[0]).toMatchObject({
      payment: { id: paymentId },
      allocations: [],
      confidence: 'STRONG',
    });
    expect(first.suggestions[0]?.reasons).toContain('ALREADY_RECORDED');
    expect(await bank.confirm([other.id], [], { paymentId })).toMatchObject({
      code: 'AMOUNT_INVALID',
      field: 'paymentId',
    });
    expect(await bank.confirm([first.id], [], { paymentId })).toMatchObject({
      status: 'MATCHED',
      matches: [{ payment: { id: paymentId } }],
    });
    expect(await seen(quote.invoice.id)).toMatchObject({
      status: 'PAID',
      paid: before.paid,
      payments: before.payments,
    });
    const again = await bank.bring(
      aTable([{ day: '22/11/2026', name: 'X', reference: quote.invoice.number, amount: '1,124.70' }]),
    );
    const [late] = (await bank.linesOf(again)) as [Line];
    // Its number is the one of an invoice that owes nothing any more: that it has the amount of others is all there is.
    expect(late.suggestions.flatMap(({ reasons }) => reasons)).not.toContain('REFERENCE_CLOSE');
    expect(late.suggestions.map(({ payment }) => payment)).not.toContainEqual({ id: paymentId });
    expect(await bank.confirm([late.id], [], { paymentId })).toMatchObject({ code: 'LINE_SETTLED' });
  });

  test('a customer’s claim is settled by the line that proves it', async () => {
    const { quote } = await cash.claimed();
    const statement = await bank.bring(
      aTable([{ day: '21/11/2026', name: 'Y', reference: quote.invoice.number, amount: '1,124.70' }]),
    );
    const [line] = (await bank.linesOf(statement)) as [Line];
    await bank.confirm([line.id], [{ invoiceId: quote.invoice.id, amount: deposit }]);
    expect((await seen(quote.invoice.id)).payments).toEqual([
      expect.objectContaining({ status: 'CONFIRMED' }),
    ]);
    expect(await cash.itemsOf(quote, false)).toEqual([]);
  });
});
