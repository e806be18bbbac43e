import { describe, expect, test } from 'vitest';
import { mailWebhookSecret } from '../support/app.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';

describe.each(databases)('the door for reports about mails, on %s', (kind) => {
  const office = companyOn(kind);
  async function report(body: object, secret = mailWebhookSecret): Promise<number> {
    const response = await office().app.server.inject({
      method: 'POST',
      url: '/webhooks/mail',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      payload: JSON.stringify(body),
    });
    return response.statusCode;
  }

  test('ML-09: a provider may report as much as it likes: its secret is no wrong link', async () => {
    const foreign = { messageId: '<somebody@else.example>', type: 'bounce', reason: '550' };
    for (let at = 0; at < 60; at += 1) expect(await report(foreign)).toBe(200);
    expect(await report(foreign, 'wrong')).toBe(401);
  });

  test('ML-09: signs that PostgreSQL cannot keep stop no report', async () => {
    const quote = await office().sentQuote();
    const mails = `select message_id, status, failure from mail where quote_id = '${quote.id}'`;
    const [mail] = await office().rows<{ message_id: string }>(mails);
    expect(await report({ messageId: '<a\0b@else.example>', type: 'bounce', reason: 'x' })).toBe(200);
    expect(await report({ recipient: 'a\0b@else.example', type: 'complaint', reason: 'x' })).toBe(200);
    expect(await report({ messageId: mail?.message_id, type: 'bounce', reason: '550\0gone' })).toBe(200);
    expect(await office().rows(mails)).toMatchObject([{ status: 'BOUNCED', failure: '550 gone' }]);
  });
});
