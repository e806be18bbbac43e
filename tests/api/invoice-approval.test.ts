import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { aFreeLine, invoiceDesk } from '../support/invoice-desk.ts';
import { invoicePreview, updateCustomer } from '../support/operations.ts';
import { aCustomerInput, aKey, type Made } from '../support/steps.ts';

describe.each(databases)('invoices that somebody has to approve on %s', (kind) => {
  const office = companyOn(kind);
  const desk = invoiceDesk(office);
  const held = async () => {
    const { id } = await office().customer({ invoiceHold: 'Pays in parts of $100' });
    return desk.free(id);
  };
  const openItems = (invoiceId: string) =>
    office().rows(`select kind from review_item where invoice_id = '${invoiceId}' and resolved_at is null`);
  const mailsOf = async (invoiceId: string) => {
    await office().settle();
    return office().rows(`select kind from mail where invoice_id = '${invoiceId}'`);
  };

  test('wait without a number and without a mail until then', async () => {
    const waiting = await held();
    expect(waiting).toMatchObject({
      status: 'AWAITING_APPROVAL',
      number: null,
      issueDate: null,
      pdfUrl: null,
      approvalReasons: ['Invoices to this client wait: Pays in parts of $100'],
      actions: ['EDIT', 'APPROVE', 'RETURN'],
      log: [],
    });
    expect(await mailsOf(waiting.id)).toEqual([]);
    expect(await openItems(waiting.id)).toEqual([{ kind: 'INVOICE_APPROVAL' }]);
    expect(await office().rows(`select * from ledger_entry where invoice_id = '${waiting.id}'`)).toEqual([]);
    const key = aKey();
    const approved = await desk.approve(waiting, 'MANAGER', key);
    expect(approved).toMatchObject({
      status: 'OPEN',
      number: expect.stringMatching(/^INV-2026-\d{4}$/),
      dueDate: '2026-12-05',
      approvalReasons: [],
      log: [{ kind: 'INVOICE_ISSUED' }, { kind: 'INVOICE_APPROVED', actor: 'The manager' }],
    });
    expect(await desk.approve(waiting, 'MANAGER', key)).toMatchObject({ number: approved.number });
    expect(await desk.approve(waiting)).toMatchObject({ code: 'INVOICE_NOT_AWAITING' });
    expect(await mailsOf(waiting.id)).toEqual([{ kind: 'INVOICE' }]);
    expect(await openItems(waiting.id)).toEqual([]);
    expect(await office().broken()).toEqual([]);
  });

  test('are shown to who approves them as the customer would see them, and to no customer', async () => {
    const waiting = await held();
    const show = async () =>
      office().run(invoicePreview, { id: waiting.id }, await office().as('BOOKKEEPER'));
    expect(await show()).toEqual({
      __typename: 'PortalWaitingInvoice',
      customerName: 'Silva Dental',
      subject: 'Repairs',
      paymentTermsDays: 14,
      lines: [{ description: expect.stringContaining('Repair of the form') }],
      totals: { gross: { amount: 24_750, currency: 'AUD' } },
    });
    const other = await desk.free((await office().customer()).id);
    await office().settle();
    const asked = office().run(invoicePreview, { id: waiting.id }, office().linkInMail('i', other.number));
    expect(await asked).toEqual({ fault: 'UNAUTHENTICATED' });
    await desk.because('returnInvoice', waiting.id);
    expect(await show()).toEqual({ fault: 'NOT_FOUND' });
  });

  test('two that approve at once use one number', async () => {
    const waiting = await held();
    const all = await Promise.all([1, 2, 3].map(() => desk.approve(waiting)));
    expect(all.filter(({ status }) => status === 'OPEN')).toHaveLength(1);
    expect(await mailsOf(waiting.id)).toEqual([{ kind: 'INVOICE' }]);
    expect(await office().broken()).toEqual([]);
  });

  test('nobody approves what another person has just changed', async () => {
    const waiting = await held();
    const invoice = { subject: 'Repairs', pricesIncludeTax: false, lines: [aFreeLine({ quantity: 1_000 })] };
    const input = { id: waiting.id, contentHash: waiting.contentHash, invoice };
    const changed = await desk.run('updateInvoiceDraft', input, 'STAFF');
    expect(changed).toMatchObject({ status: 'AWAITING_APPROVAL', totals: { gross: { amount: 9_900 } } });
    expect(await desk.approve(waiting)).toEqual({ fault: 'CONFLICT' });
    expect(await desk.run('updateInvoiceDraft', input)).toEqual({ fault: 'CONFLICT' });
    expect(await desk.approve(changed)).toMatchObject({ status: 'OPEN', balance: { amount: 9_900 } });
    expect(
      await desk.run('updateInvoiceDraft', { ...input, contentHash: changed.contentHash }),
    ).toMatchObject({
      code: 'INVOICE_NOT_AWAITING',
    });
    expect(await office().broken()).toEqual([]);
  });

  test('what is given back never has a number, and its stage is free again', async () => {
    const { id: customerId } = await office().customer();
    const quote = await office().signedQuote({}, {}, customerId);
    await office().tamper(`update customer set invoice_hold = 'Ask Kim' where id = '${customerId}'`);
    const waiting = await desk.issue(quote, 2, {}, 'STAFF');
    expect(waiting).toMatchObject({ status: 'AWAITING_APPROVAL', actions: [] });
    expect(await desk.issue(quote, 2)).toMatchObject({ id: waiting.id, actions: ['APPROVE', 'RETURN'] });
    expect(await desk.because('returnInvoice', waiting.id, 'Not yet')).toMatchObject({
      status: 'VOID',
      number: null,
      log: [{ kind: 'VOIDED', note: 'Not yet' }],
    });
    expect(await openItems(waiting.id)).toEqual([]);
    expect(await desk.approve(waiting)).toMatchObject({ code: 'INVOICE_NOT_AWAITING' });
    await office().tamper(`update customer set invoice_hold = '' where id = '${customerId}'`);
    expect(await desk.issue(quote, 2)).toMatchObject({ status: 'OPEN', stageLabel: 'Progress' });
    expect(await office().broken()).toEqual([]);
  });

  test('a hold keeps the first invoice back, and the customer gets the signed quote alone', async () => {
    const { id: customerId } = await office().customer({ invoiceHold: 'Pays in parts' });
    const quote = await office().signedQuote({}, {}, customerId);
    expect(await desk.read(quote.invoice.id)).toMatchObject({ status: 'AWAITING_APPROVAL', number: null });
    await office().settle();
    expect(await office().rows(`select kind from mail where quote_id = '${quote.id}' order by id`)).toEqual([
      { kind: 'QUOTE_LINK' },
      { kind: 'SIGNED_QUOTE' },
    ]);
    await desk.approve(await desk.read(quote.invoice.id));
    expect(await desk.read(quote.invoice.id)).toMatchObject({ status: 'OPEN', stageLabel: 'Deposit' });
    expect(await office().broken()).toEqual([]);
  });

  test('limits of the company ask for a second look, each with its reason', async () => {
    await office().tamper(
      `update company set approval_limit = 20000, approval_discount_percent = 15000, approve_new_clients = 1`,
    );
    const { id } = await office().customer();
    const discount = { percent: 20_000, amount: null };
    const lines = [aFreeLine({ quantity: 5_000, discount })];
    const made = await desk.free(id, { lines }, 'STAFF');
    expect(made).toMatchObject({
      approvalReasons: [
        'It comes to $396.00, which is above the limit of $200.00.',
        'It is the first invoice to this client.',
        'It gives a discount of 20 %, which is more than 15 %.',
      ],
    });
    await desk.approve(made);
    expect(await desk.free(id, {}, 'OWNER')).toMatchObject({ status: 'OPEN', approvalReasons: [] });
    expect(await desk.free(id, {}, 'STAFF')).toMatchObject({ status: 'AWAITING_APPROVAL' });
    await office().tamper(
      `update company set approval_limit = null, approval_discount_percent = null, approve_new_clients = 0`,
    );
  });

  test('with four eyes nobody approves what they wrote', async () => {
    await office().tamper('update company set four_eyes = 1');
    const waiting = await held();
    expect(await desk.approve(waiting, 'OWNER')).toMatchObject({ code: 'APPROVAL_NEEDED' });
    expect(await desk.approve(waiting, 'MANAGER')).toMatchObject({ status: 'OPEN' });
    await office().tamper('update company set four_eyes = 0');
  });

  test('an open dispute of the client makes invoices wait', async () => {
    const quote = await office().signedQuote();
    const { id: paymentId } = await desk.pay(quote.invoice.id, 112_470);
    await office().tamper(
      `insert into dispute (id, provider_id, payment_id, invoice_id, customer_id, status, amount, currency, reason, is_withdrawn, opened_at)
       values ('d', 'dp', '${paymentId}', '${quote.invoice.id}', '${quote.customer.id}', 'NEEDS_RESPONSE', 1, 'AUD', 'x', 0, '2026-11-21T00:00:00.000Z')`,
    );
    expect(await desk.issue(quote, 2)).toMatchObject({
      status: 'AWAITING_APPROVAL',
      approvalReasons: ['The client disputes a payment; look at that first.'],
    });
    await office()
      .tamper(`delete from dispute`)
      .catch(() => undefined);
  });

  test('a hold is set, kept and lifted with what is known of the client', async () => {
    const client = await office().customer();
    let { version } = client;
    const hold = async (changes: object) => {
      const input = {
        id: client.id,
        version,
        customer: aCustomerInput({ prefix: client.prefix, ...changes }),
      };
      ({ version } = await office().make<Made>(updateCustomer, { input }, await office().as('STAFF')));
      return (await desk.free(client.id)).status;
    };
    expect(await hold({ invoiceHold: 'Ask Kim' })).toBe('AWAITING_APPROVAL');
    expect(await hold({})).toBe('AWAITING_APPROVAL');
    expect(await hold({ invoiceHold: '' })).toBe('OPEN');
  });

  test('staff approve nothing', async () => {
    const waiting = await held();
    expect(await desk.approve(waiting, 'STAFF')).toEqual({ fault: 'FORBIDDEN' });
  });
});
