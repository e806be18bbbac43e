import { describe, expect, test } from 'vitest';
import { aFact, goToCheckout, report } from '../support/card.ts';
import { cashDesk } from '../support/cash.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { invoiceDesk } from '../support/invoice-desk.ts';
import { aKey } from '../support/steps.ts';

describe.each(databases)('void, credit and write off on %s', (kind) => {
  const office = companyOn(kind);
  const desk = invoiceDesk(office);
  const cash = cashDesk(office);
  const bytesOf = async (url: string | null) => {
    const { rawPayload } = await office().app.server.inject({ method: 'GET', url: url ?? '/nothing' });
    return rawPayload.toString('base64');
  };

  test('a voided invoice keeps its number, and its stage can be invoiced again', async () => {
    const quote = await office().signedQuote();
    const { id, number } = quote.invoice;
    expect(await desk.because('voidInvoice', id, ' Wrong client ')).toMatchObject({
      __typename: 'Invoice',
      number,
      status: 'VOID',
      balance: { amount: 0 },
      actions: ['KEEP_AS_CREDIT'],
      log: [{ kind: 'INVOICE_ISSUED' }, { kind: 'VOIDED', actor: 'The owner', note: 'Wrong client' }],
    });
    const again = await desk.issue(quote, 1);
    expect(again).toMatchObject({
      status: 'OPEN',
      stageLabel: 'Deposit',
      totals: { gross: { amount: 112_470 } },
    });
    expect(again.number).not.toBe(number);
    expect(await office().broken()).toEqual([]);
  });

  test('a stage whose invoice is taken back is put before a person each time, until it is invoiced', async () => {
    const quote = await office().signedQuote();
    const items = async () =>
      office().rows<{ title: string; resolution: string | null }>(
        `select title, resolution from review_item where quote_id = '${quote.id}' and kind = 'STAGE_READY' order by id`,
      );
    const waiting = { title: `Deposit of ${quote.number} can be invoiced`, resolution: null };
    await desk.because('voidInvoice', quote.invoice.id);
    expect(await items()).toEqual([waiting]);
    const second = await desk.issue(quote, 1);
    const done = (number: string) => ({ ...waiting, resolution: `Invoice ${number} was issued.` });
    expect(await items()).toEqual([done(second.number)]);
    // A credit note for a part leaves it invoiced; one for all of it does not.
    await desk.credit(second.id, { amount: 100 });
    expect(await items()).toEqual([done(second.number)]);
    await desk.credit(second.id);
    expect(await items()).toEqual([done(second.number), waiting]);
    const third = await desk.issue(quote, 1);
    await desk.because('voidInvoice', third.id);
    expect(await items()).toEqual([done(second.number), done(third.number), waiting]);
  });

  test('voiding twice with one key is one step, with another key there is nothing left to void', async () => {
    const quote = await office().signedQuote();
    const key = aKey();
    const first = await desk.because('voidInvoice', quote.invoice.id, 'A slip', key);
    expect(await desk.because('voidInvoice', quote.invoice.id, 'A slip', key)).toEqual(first);
    expect(await desk.because('voidInvoice', quote.invoice.id, 'Another', key)).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await desk.because('voidInvoice', quote.invoice.id)).toMatchObject({
      code: 'INVOICE_NOT_CORRECTABLE',
    });
    expect(await desk.because('voidInvoice', quote.invoice.id, '  ')).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'reason',
    });
  });

  test('two that void at once post it once', async () => {
    const quote = await office().signedQuote();
    const all = await Promise.all([1, 2, 3].map(() => desk.because('voidInvoice', quote.invoice.id)));
    expect(all.filter(({ status }) => status === 'VOID')).toHaveLength(1);
    expect(
      await office().rows(
        `select kind from ledger_entry where invoice_id = '${quote.invoice.id}' order by id`,
      ),
    ).toEqual([{ kind: 'INVOICED' }, { kind: 'VOIDED' }]);
    expect(await office().broken()).toEqual([]);
  });

  test('voiding rejects the claim that waits, with words', async () => {
    const { quote, paymentId } = await cash.claimed();
    await desk.because('voidInvoice', quote.invoice.id, 'Sent twice');
    expect((await desk.read(quote.invoice.id)).payments).toEqual([
      { id: paymentId, status: 'REJECTED', failure: 'The invoice was voided: Sent twice' },
    ]);
    expect(await cash.itemsOf(quote, false)).toEqual([]);
    expect(await office().broken()).toEqual([]);
  });

  test('what was paid for is not voided, and a payment under way makes it wait', async () => {
    const paid = await office().signedQuote();
    await desk.pay(paid.invoice.id, 100);
    expect(await desk.because('voidInvoice', paid.invoice.id)).toMatchObject({
      code: 'INVOICE_NOT_CORRECTABLE',
    });
    const { quote, paymentId } = await cash.claimed();
    await office().tamper(`update payment set method = 'CARD', status = 'PENDING' where id = '${paymentId}'`);
    for (const name of ['voidInvoice', 'writeOffInvoice'] as const)
      expect(await desk.because(name, quote.invoice.id)).toMatchObject({ code: 'PAYMENT_IN_PROGRESS' });
  });

  test('PM-12: a credit note takes a part off, and the invoice itself stays byte for byte', async () => {
    const quote = await office().signedQuote();
    const before = await desk.read(quote.invoice.id);
    const bytes = await bytesOf(before.pdfUrl);
    const note = await desk.credit(quote.invoice.id, { amount: 10_000 });
    expect(note).toMatchObject({
      __typename: 'CreditNote',
      number: expect.stringMatching(/^CN-2026-\d{4}$/),
      reason: 'Less work',
      totals: { gross: { amount: 10_000, currency: 'AUD' }, net: { amount: 9_091 }, tax: { amount: 909 } },
      issuedBy: 'The owner',
    });
    const after = await desk.read(quote.invoice.id);
    expect(after).toMatchObject({
      status: 'OPEN',
      credited: { amount: 10_000 },
      balance: { amount: 102_470 },
      contentHash: before.contentHash,
      creditNotes: [{ number: note.number }],
    });
    expect(await bytesOf(after.pdfUrl)).toBe(bytes);
    expect(await bytesOf(note.pdfUrl)).toMatch(/^JVBER/);
    await office().settle();
    expect(office().mailer.sent.filter(({ subject }) => subject.includes(note.number))).toMatchObject([
      { to: 'Ana@silvadental.example', attachments: [{ filename: `${note.number}.pdf` }] },
    ]);
    expect(await office().broken()).toEqual([]);
  });

  test('a credit note of a paid invoice frees what was paid to the credit of the customer', async () => {
    const quote = await office().signedQuote();
    await desk.pay(quote.invoice.id, 112_470);
    await desk.credit(quote.invoice.id, { amount: 12_470 });
    expect(await desk.read(quote.invoice.id)).toMatchObject({
      status: 'PAID',
      paid: { amount: 100_000 },
      credited: { amount: 12_470 },
      balance: { amount: 0 },
      customerCredit: { amount: 12_470 },
    });
    expect(await office().broken()).toEqual([]);
  });

  test('an invoice that is credited in full is void, and its stage is free again', async () => {
    const quote = await office().signedQuote();
    await desk.pay(quote.invoice.id, 50_000);
    await desk.credit(quote.invoice.id);
    expect(await desk.read(quote.invoice.id)).toMatchObject({
      status: 'VOID',
      paid: { amount: 0 },
      credited: { amount: 112_470 },
      customerCredit: { amount: 50_000 },
      actions: [],
    });
    expect(await desk.credit(quote.invoice.id)).toMatchObject({ code: 'INVOICE_NOT_CORRECTABLE' });
    expect(await desk.issue(quote, 1)).toMatchObject({ status: 'OPEN', customerCredit: { amount: 50_000 } });
    expect(await office().broken()).toEqual([]);
  });

  test('takes off no more than is left, of the whole and of each line', async () => {
    const quote = await office().signedQuote();
    const { id } = quote.invoice;
    expect(await desk.credit(id, { amount: 112_471 })).toMatchObject({
      code: 'AMOUNT_INVALID',
      field: 'amount',
    });
    expect(await desk.credit(id, { amount: 0 })).toMatchObject({ code: 'AMOUNT_INVALID' });
    expect(await desk.credit(id, { lines: [{ line: 2, amount: 1 }] })).toMatchObject({
      field: 'lines.0.line',
    });
    expect(await desk.credit(id, { lines: [{ line: 1, amount: 112_471 }] })).toMatchObject({
      field: 'lines.0.amount',
    });
    expect(await desk.credit(id, { amount: 1, lines: [{ line: 1, amount: 1 }] })).toMatchObject({
      code: 'AMOUNT_INVALID',
    });
    expect(await desk.credit(id, { lines: [{ line: 1, amount: 112_470 }] })).toMatchObject({
      __typename: 'CreditNote',
    });
  });

  test('of a credit note and a payment at once neither gets lost', async () => {
    const quote = await office().signedQuote();
    await Promise.all([
      desk.credit(quote.invoice.id, { amount: 12_470 }),
      desk.pay(quote.invoice.id, 112_470),
      desk.credit(quote.invoice.id, { amount: 10_000 }),
    ]);
    const { status, paid, credited, customerCredit } = await desk.read(quote.invoice.id);
    expect([status, paid.amount, credited.amount, customerCredit.amount]).toEqual([
      'PAID',
      90_000,
      22_470,
      22_470,
    ]);
    expect(await office().broken()).toEqual([]);
  });

  test('of a void and a payment at once one wins, and money is never lost', async () => {
    const quote = await office().signedQuote();
    const confirm = cash.confirm(quote);
    const [voided] = await Promise.all([desk.because('voidInvoice', quote.invoice.id), confirm]);
    const { status, paid } = await desk.read(quote.invoice.id);
    if (voided.status === 'VOID') expect([status, paid.amount]).toEqual(['VOID', 0]);
    else expect([voided.code, status, paid.amount]).toEqual(['INVOICE_NOT_CORRECTABLE', 'PAID', 112_470]);
    expect(await office().broken()).toEqual([]);
  });

  test('of a void and the word of the provider at once the money ends on the invoice or as credit', async () => {
    for (const _round of [1, 2, 3]) {
      const quote = await office().signedQuote();
      const payment = await goToCheckout(office(), quote);
      const [voided] = await Promise.all([
        desk.because('voidInvoice', quote.invoice.id),
        report(office(), aFact(payment, 'PAID')),
      ]);
      await office().settle();
      const { status, paid, customerCredit } = await desk.read(quote.invoice.id);
      if (voided.status === 'VOID')
        expect([status, paid.amount, customerCredit.amount]).toEqual(['VOID', 0, 112_470]);
      else expect([status, paid.amount, customerCredit.amount]).toEqual(['PAID', 112_470, 0]);
      expect(await office().broken()).toEqual([]);
    }
  });

  test('money that comes for a void invoice is credit of the customer, with somebody to look at it', async () => {
    const quote = await office().signedQuote();
    const payment = await goToCheckout(office(), quote);
    await desk.because('voidInvoice', quote.invoice.id);
    await office().settle();
    expect(office().gateway.expired).toContain(`cs_${payment.id}`);
    await report(office(), aFact(payment, 'PAID'));
    await office().settle();
    expect(await desk.read(quote.invoice.id)).toMatchObject({
      status: 'VOID',
      paid: { amount: 0 },
      customerCredit: { amount: 112_470 },
    });
    expect(await cash.itemsOf(quote, false)).toMatchObject([{ kind: 'OVERPAYMENT' }]);
    expect(await office().rows(`select id from receipt where invoice_id = '${quote.invoice.id}'`)).toEqual(
      [],
    );
    expect(await office().broken()).toEqual([]);
  });

  test('what is given up is uncollectible', async () => {
    const quote = await office().signedQuote();
    await desk.pay(quote.invoice.id, 12_470);
    expect(await desk.because('writeOffInvoice', quote.invoice.id, 'Insolvent')).toMatchObject({
      status: 'UNCOLLECTIBLE',
      paid: { amount: 12_470 },
      writtenOff: { amount: 100_000 },
      balance: { amount: 0 },
    });
    expect(await desk.because('writeOffInvoice', quote.invoice.id)).toMatchObject({
      code: 'INVOICE_NOT_CORRECTABLE',
    });
    expect(await office().broken()).toEqual([]);
  });

  test('a claim has to be settled before anything is given up', async () => {
    const { quote } = await cash.claimed();
    expect(await desk.because('writeOffInvoice', quote.invoice.id)).toMatchObject({
      code: 'PAYMENT_IN_PROGRESS',
    });
  });

  test('needs the permission to correct', async () => {
    const quote = await office().signedQuote();
    const input = { idempotencyKey: aKey(), id: quote.invoice.id, reason: 'No' };
    for (const name of ['voidInvoice', 'writeOffInvoice'] as const)
      expect(await desk.run(name, input, 'STAFF')).toEqual({ fault: 'FORBIDDEN' });
  });
});
