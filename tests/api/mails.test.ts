import { describe, expect, test } from 'vitest';
import { sha256 } from '../../api/src/sha256.ts';
import { MailRefused } from '../../api/src/ports.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { approveQuote, quoteById, reviewItems, signQuote } from '../support/operations.ts';
import { aSignature } from '../support/steps.ts';

type Row = {
  token: string | null;
  text: string | null;
  html: string | null;
  status: string;
  subject: string | null;
  message_id: string;
};

describe.each(databases)('mails on %s', (kind) => {
  const office = companyOn(kind);
  const mailsOf = (quoteId: string) =>
    office().rows<Row>(`select * from mail where quote_id = '${quoteId}' order by id`);
  const approved = async () => {
    const { id, version } = await office().draft();
    await office().make(approveQuote, { input: { id, version } }, await office().as('OWNER'));
    return id;
  };
  const later = () => office().clock.advance(4_000);
  const settled = async () => {
    await office().settle();
    return office().mailer.sent;
  };

  test('a mail is promised with its reason and sent once', async () => {
    await settled();
    const before = office().mailer.sent.length;
    const id = await approved();
    expect(await mailsOf(id)).toMatchObject([
      { status: 'QUEUED', token: expect.stringMatching(/^[\w-]{43}$/), text: null },
    ]);
    expect(office().mailer.sent).toHaveLength(before);
    await settled();
    await settled();
    expect(office().mailer.sent.slice(before)).toMatchObject([
      {
        from: 'Harbour & Pine Web Studio <office@example.com>',
        replyTo: 'office@example.com',
        to: 'Ana@silvadental.example',
        attachments: [],
      },
    ]);
  });

  test('the token is gone once the mail is out, and stands nowhere in the database', async () => {
    const quote = await office().sentQuote();
    const token = quote.link.link;
    const [mail] = await mailsOf(quote.id);
    expect(mail).toMatchObject({ status: 'ACCEPTED', token: null });
    for (const text of [mail?.text, mail?.html]) expect(text).toContain(`link-${sha256(token).slice(0, 16)}`);
    for (const table of [
      'mail',
      'job',
      'link',
      'audit',
      'quote',
      'review_item',
      'idempotency',
      'payment_log',
    ]) {
      expect(JSON.stringify(await office().rows(`select * from ${table}`))).not.toContain(token);
    }
    expect(await office().rows(`select purpose from link where token_hash = '${sha256(token)}'`)).toEqual([
      { purpose: 'QUOTE' },
    ]);
  });

  test('staff see the text of a mail without its link, before and after it is sent', async () => {
    const id = await approved();
    const read = async () =>
      JSON.stringify(await office().make(quoteById, { id }, await office().as('STAFF')));
    const [waiting] = await mailsOf(id);
    expect(await read()).not.toContain(waiting?.token);
    // Written, refused for now, and still waiting with its link.
    office().mailer.failures.push(new Error('451 try again later'));
    await settled();
    expect((await mailsOf(id))[0]).toMatchObject({
      status: 'QUEUED',
      text: expect.stringContaining(waiting?.token ?? ''),
    });
    expect(await read()).not.toContain(waiting?.token);
    later();
    await settled();
    expect(await read()).not.toContain(waiting?.token);
  });

  test('a retry sends the same bytes under the same Message-ID', async () => {
    const id = await approved();
    office().mailer.failures.push(new Error('connection lost'), new Error('451 greylisted'));
    const before = (await settled()).length;
    const [first] = await mailsOf(id);
    expect(first).toMatchObject({
      status: 'QUEUED',
      message_id: expect.stringMatching(/^<[\w-]{36}@test\.example>$/),
    });
    office().clock.advance(60_000);
    await settled();
    office().clock.advance(60_000);
    await settled();
    expect(office().mailer.sent.slice(before)).toMatchObject([
      { messageId: first?.message_id, subject: first?.subject, text: first?.text, html: first?.html },
    ]);
    expect(await mailsOf(id)).toMatchObject([{ status: 'ACCEPTED' }]);
  });

  test('a mail that the server refuses for good is for a person, at once', async () => {
    await settled();
    const id = await approved();
    office().mailer.failures.push(new MailRefused('550 no such mailbox'));
    const before = (await settled()).length;
    office().clock.advance(7_200_000);
    await settled();
    expect(office().mailer.sent).toHaveLength(before);
    expect(await mailsOf(id)).toMatchObject([{ status: 'FAILED', token: null }]);
    const { items } = await office().make<{ items: { quote: { id: string } | null }[] }>(
      reviewItems,
      {},
      await office().as('STAFF'),
    );
    expect(items.filter(({ quote }) => quote?.id === id)).toMatchObject([
      {
        kind: 'DELIVERY_FAILED',
        title: 'A mail to Ana@silvadental.example could not be delivered',
        facts: [{ label: 'Mail' }, { sent: '550 no such mailbox' }],
      },
    ]);
  });

  test('a mail that fails for days is given up after 36 tries', async () => {
    await settled();
    const id = await approved();
    // Three days pass: the quotes of the other tests shall not be asked after meanwhile.
    await office().tamper(`update company set quote_follow_up_days = '[]'`);
    office().mailer.failures.push(...Array.from({ length: 36 }, () => new Error('timeout')));
    for (let attempt = 1; attempt <= 37; attempt += 1) {
      await settled();
      office().clock.advance(2 * 3_600_000);
    }
    expect(office().mailer.failures).toEqual([]);
    expect(await mailsOf(id)).toMatchObject([{ status: 'FAILED' }]);
    await office().tamper(`update company set quote_follow_up_days = '[3,7]'`);
    office().clock.set('2026-11-21T01:00:00Z');
  });

  test('a signature sends the signed quote and the invoice, each with its PDF and a link of its own', async () => {
    const quote = await office().sentQuote();
    const before = office().mailer.sent.length;
    await office().make(signQuote, { input: aSignature(quote) }, quote.link);
    await settled();
    const sent = office().mailer.sent.slice(before);
    const names = sent.flatMap(({ attachments }) => attachments.map(({ filename }) => filename)).toSorted();
    expect(names).toEqual([expect.stringMatching(/^INV-2026-\d{4}\.pdf$/), `${quote.number}.pdf`]);
    const links = sent.map(({ text }) => /\/([qi])\/#([\w-]{43})/.exec(text));
    expect(links.map((link) => link?.[1]).toSorted()).toEqual(['i', 'q']);
    expect(new Set([quote.link.link, ...links.map((link) => link?.[2])]).size).toBe(3);
    expect(sent.every(({ text }) => text.includes('1,124.70'))).toBe(true);
  });
});
