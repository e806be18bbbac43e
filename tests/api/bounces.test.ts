import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { aReport } from '../support/mail-reports.ts';
import { cancelQuote, mail as readMail, mails, resendMail } from '../support/operations.ts';
import { mailWebhookSecret } from '../support/app.ts';
import { aKey, type Result } from '../support/steps.ts';

type MailRow = {
  id: string;
  status: string;
  message_id: string;
  recipient: string;
  failure: string | null;
  html: string | null;
};

describe.each(databases)('mails that come back, on %s', (kind) => {
  const office = companyOn(kind);
  const mailOf = async (invoiceId: string, mailKind = 'INVOICE'): Promise<MailRow> => {
    const rows = await office().rows<MailRow>(
      `select * from mail where invoice_id = '${invoiceId}' and kind = '${mailKind}' order by id`,
    );
    const mail = rows.at(-1);
    if (mail === undefined) throw new Error('no mail');
    return mail;
  };
  const row = async (id: string) =>
    (await office().rows<MailRow>(`select * from mail where id = '${id}'`))[0];
  /** An invoice whose mail the mail server took. */
  async function mailedInvoice(email?: string) {
    const customer = await office().customer(email === undefined ? {} : { email });
    const quote = await office().signedQuote({}, email === undefined ? {} : { email }, customer.id);
    await office().settle();
    return { quote, customer, mail: await mailOf(quote.invoice.id) };
  }
  async function report(body: unknown, headers: Record<string, string> = {}): Promise<number> {
    const response = await office().app.server.inject({
      method: 'POST',
      url: '/webhooks/mail',
      headers: {
        'content-type': typeof body === 'string' ? 'message/rfc822' : 'application/json',
        authorization: `Bearer ${mailWebhookSecret}`,
        ...headers,
      },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return response.statusCode;
  }
  const resend = async (mailId: string, more: object = {}) =>
    office().run<Result & { to?: string; status?: string; resendOf?: string; message?: string }>(
      resendMail,
      { input: { idempotencyKey: aKey(), mailId, ...more } },
      await office().as('STAFF'),
    );

  test.each([
    [
      'a provider with the Message-ID',
      (mail: MailRow) => ({ messageId: mail.message_id, type: 'bounce', reason: '550 gone' }),
    ],
    [
      'a provider without its brackets, in a list',
      (mail: MailRow) => [
        {
          messageId: mail.message_id.slice(1, -1),
          recipient: mail.recipient.toUpperCase(),
          type: 'bounce',
          reason: '550 gone',
        },
      ],
    ],
    [
      'a provider with the address alone',
      (mail: MailRow) => ({ recipient: mail.recipient, type: 'bounce', reason: '550 gone' }),
    ],
    [
      'a mail server',
      (mail: MailRow) =>
        aReport({ messageId: mail.message_id, recipient: mail.recipient, reason: '550 gone' }),
    ],
  ])('ML-09: a bounce told by %s is shown and put before a person, once', async (_who, body) => {
    const { quote, mail } = await mailedInvoice(`reader-${aKey()}@silvadental.example`);
    expect(mail.status).toBe('ACCEPTED');
    expect(await report(body(mail))).toBe(200);
    // The same news again, and another one later, change nothing.
    expect(await report(body(mail))).toBe(200);
    expect(await row(mail.id)).toMatchObject({
      status: 'BOUNCED',
      failure: expect.stringContaining('550 gone'),
    });
    const items = await office().rows(
      `select kind, invoice_id from review_item where subject_id = '${mail.id}'`,
    );
    expect(items).toEqual([{ kind: 'MAIL_BOUNCED', invoice_id: quote.invoice.id }]);
    const log = await office().rows(
      `select kind from payment_log where invoice_id = '${quote.invoice.id}' and kind = 'MAIL_BOUNCED'`,
    );
    expect(log).toHaveLength(1);
  });

  test('ML-09: a delay changes nothing, nor does a report about somebody else’s mail', async () => {
    const { mail } = await mailedInvoice();
    const logged: string[] = [];
    office().app.instance.log = pino({ level: 'info' }, { write: (line: string) => logged.push(line) });
    const delayed = aReport({
      messageId: mail.message_id,
      recipient: mail.recipient,
      reason: `451 <${mail.recipient}>: busy`,
      action: 'delayed',
    });
    const foreign = aReport({
      messageId: '<somebody@else.example>',
      recipient: mail.recipient,
      reason: '550 gone',
    });
    expect([await report(delayed), await report(foreign)]).toEqual([200, 200]);
    expect(logged.join('')).toContain('a mail is delayed');
    expect(logged.join('').toLowerCase()).not.toContain(mail.recipient.toLowerCase());
    expect(
      await report({
        messageId: mail.message_id,
        recipient: 'thief@evil.example',
        type: 'bounce',
        reason: 'x',
      }),
    ).toBe(200);
    expect(await row(mail.id)).toMatchObject({ status: 'ACCEPTED', failure: null });
  });

  test('a report without the secret, without sense or too large is not read', async () => {
    const { mail } = await mailedInvoice();
    const bounce = { messageId: mail.message_id, type: 'bounce', reason: '550' };
    expect(await report(bounce, { authorization: 'Bearer wrong' })).toBe(401);
    expect(await report(bounce, { authorization: '' })).toBe(401);
    expect(await report({ type: 'bounce' })).toBe(400);
    expect(await report({ ...bounce, type: 'opened' })).toBe(400);
    expect(await report('x'.repeat(2_100_000))).toBe(413);
    expect(await report('From: x\r\n\r\nHello')).toBe(200);
    expect(await row(mail.id)).toMatchObject({ status: 'ACCEPTED' });
  });

  test('ML-09: after a complaint no reminder goes to that address, and an invoice still does', async () => {
    const quote = await office().sentQuote();
    const [link] = await office().rows<MailRow>(`select * from mail where quote_id = '${quote.id}'`);
    expect(
      await report(
        aReport({
          messageId: link?.message_id ?? '',
          recipient: link?.recipient ?? '',
          reason: '',
          complaint: true,
        }),
      ),
    ).toBe(200);
    office().clock.advance(4 * 24 * 3_600_000);
    await office().settle();
    const kinds = await office().rows(`select kind from mail where quote_id = '${quote.id}'`);
    expect(kinds).toEqual([{ kind: 'QUOTE_LINK' }]);
    expect(await office().rows(`select address from mail_complaint`)).toContainEqual({
      address: link?.recipient.toLowerCase(),
    });
    await office().tamper('delete from mail_complaint');
    office().clock.set('2026-11-21T01:00:00Z');
  });

  test('a bounced mail is sent again to the address on file, with another link, and the item is settled', async () => {
    const { customer, mail } = await mailedInvoice();
    await report({ messageId: mail.message_id, type: 'bounce', reason: '550 gone' });
    await office().tamper(
      `update customer set email = 'new@silvadental.example' where id = '${customer.id}'`,
    );
    const again = await resend(mail.id);
    expect(again).toMatchObject({ to: 'new@silvadental.example', status: 'QUEUED', resendOf: mail.id });
    await office().settle();
    const sent = office().mailer.sent.at(-1);
    expect(sent).toMatchObject({ to: 'new@silvadental.example' });
    const first = office().mailer.sent.find(({ messageId }) => messageId === mail.message_id);
    const linkIn = (text = '') => /\/i\/#([\w-]{43})/.exec(text)?.[1];
    expect(linkIn(sent?.text)).toMatch(/^[\w-]{43}$/);
    expect(linkIn(sent?.text)).not.toBe(linkIn(first?.text));
    expect(await row(mail.id)).toMatchObject({ status: 'BOUNCED', recipient: mail.recipient });
    expect(await row(again.id ?? '')).toMatchObject({ status: 'ACCEPTED' });
    const open = await office().rows(
      `select id from review_item where subject_id = '${mail.id}' and resolved_at is null`,
    );
    expect(open).toEqual([]);
  });

  test('the same key sends once, and an address that is not on file nothing', async () => {
    const { mail } = await mailedInvoice();
    const key = aKey();
    const twice = [
      await resend(mail.id, { idempotencyKey: key }),
      await resend(mail.id, { idempotencyKey: key }),
    ];
    expect(twice[0]?.id).toBe(twice[1]?.id);
    expect(await office().rows(`select id from mail where resend_of = '${mail.id}'`)).toHaveLength(1);
    expect(await resend(mail.id, { recipient: 'thief@evil.example' })).toMatchObject({
      code: 'MAIL_NOT_SENDABLE',
    });
  });

  test('what would not be true any more is not sent again', async () => {
    const quote = await office().sentQuote();
    const [link] = await office().rows<MailRow>(`select * from mail where quote_id = '${quote.id}'`);
    const id = link?.id ?? '';
    await office().tamper(
      `update customer set email = 'new@silvadental.example' where id = '${quote.customer.id}'`,
    );
    expect(await resend(id)).toMatchObject({
      code: 'MAIL_NOT_SENDABLE',
      message: expect.stringContaining('Revise it'),
    });
    await office().make(
      cancelQuote,
      { input: { id: quote.id, version: quote.version, note: '' } },
      await office().as('OWNER'),
    );
    expect(await resend(id)).toMatchObject({ code: 'MAIL_NOT_SENDABLE' });
    const { mail } = await mailedInvoice();
    await office().tamper(
      `update quote set archived_at = '2026-11-21T00:00:00.000Z' where id = (select quote_id from mail where id = '${mail.id}')`,
    );
    expect(await resend(mail.id)).toMatchObject({
      code: 'MAIL_NOT_SENDABLE',
      message: expect.stringContaining('archived'),
    });
    await office().tamper(`update quote set archived_at = null`);
  });

  test('staff see the mail to the letter, with the hashes of its files and without its link', async () => {
    const { quote, mail } = await mailedInvoice();
    const { mails } = await office().make<{
      mails: {
        id: string;
        html: string;
        text: string;
        attachments: { name: string; sha256: string; size: number }[];
        language: string;
      }[];
    }>(
      'query ($id: ID!) { invoice(id: $id) { mails { id html text language attachments { name sha256 size } } } }',
      { id: quote.invoice.id },
      await office().as('STAFF'),
    );
    const shown = mails.find(({ id }) => id === mail.id);
    const sent = office().mailer.sent.find(({ messageId }) => messageId === mail.message_id);
    const token = /\/i\/#([\w-]{43})/.exec(sent?.text ?? '')?.[1] ?? 'none';
    expect(shown?.html).not.toContain(token);
    expect(shown?.html.replace(/link-[0-9a-f]{16}/, token)).toBe(sent?.html);
    expect(shown?.attachments).toMatchObject([
      { name: `${quote.invoice.number}.pdf`, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  test('a German customer gets German mails and documents, and keeps them when the language changes', async () => {
    const customer = await office().customer({ language: 'de' });
    const quote = await office().sentQuote({}, customer.id);
    const [mail] = await office().rows<MailRow & { language: string; subject: string }>(
      `select * from mail where quote_id = '${quote.id}'`,
    );
    expect(mail).toMatchObject({ language: 'de', subject: expect.stringContaining('Angebot') });
    const snapshot = await office().rows<{ snapshot: string }>(
      `select snapshot from quote where id = '${quote.id}'`,
    );
    expect(JSON.parse(snapshot[0]?.snapshot ?? '{}')).toMatchObject({
      customer: { language: 'de' },
      consent: expect.stringContaining('Ich nehme'),
    });
  });

  test('the list of mails is told by what stands in the filter', async () => {
    const { mail, quote } = await mailedInvoice();
    await report({ messageId: mail.message_id, type: 'bounce', reason: '550 gone' });
    const page = await office().make<{ items: object[]; endCursor: string | null }>(
      mails,
      { filter: { invoiceId: quote.invoice.id, statuses: ['BOUNCED'] } },
      await office().as('STAFF'),
    );
    expect(await office().make(readMail, { id: mail.id }, await office().as('STAFF'))).toMatchObject({
      id: mail.id,
    });
    expect(page).toEqual({
      items: [{ id: mail.id, status: 'BOUNCED', failure: '550 gone' }],
      endCursor: null,
    });
  });
});
