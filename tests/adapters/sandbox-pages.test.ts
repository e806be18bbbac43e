import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smtpMailer } from '../../api/src/adapters/smtp.ts';
import { minor } from '../../api/src/domain/money.ts';
import { sandboxSite } from './support/sandbox-site.ts';
import type { SandboxSite } from './support/sandbox-site.ts';
import { aRequest } from './support/stripe-world.ts';

const bait = `<script>alert(1)</script>"'&`;
const baitShown = '&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;';

let site: SandboxSite;
beforeEach(async () => {
  site = await sandboxSite();
});
afterEach(() => site.close());

const get = async (url: string) => site.app.inject({ method: 'GET', url });
const post = async (url: string, payload = '', headers: Record<string, string> = {}) =>
  site.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
const open = async (changes: Parameters<typeof aRequest>[0] = {}): Promise<string> =>
  (await site.world.gateway.startCheckout(aRequest(changes))).sessionId;

async function arrive(mail: {
  subject?: string;
  html?: string;
  attachments?: { filename: string; contentType: string; content: Buffer }[];
}) {
  const mailer = smtpMailer(site.mail.smtpUrl);
  const whole = {
    messageId: '<1@x.test>',
    from: 'a@x.test',
    replyTo: '',
    to: 'b@x.test',
    subject: 'Hello',
    text: 'Text',
    html: '<p>Hi</p>',
  };
  await mailer.send({ ...whole, attachments: [], ...mail });
  mailer.close();
  return (await site.mail.list())[0]?.id ?? '';
}

describe('the checkout page', () => {
  it('shows what is paid, clearly as sandbox, with everything escaped and no script or inline style', async () => {
    const page = await get(`/sandbox/stripe/pay/${await open({ invoiceNumber: bait })}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('AUD\u00a01,124.70');
    expect(page.body).toContain('no real money, no real mail');
    expect(page.body).toContain(baitShown);
    expect(page.body).not.toMatch(/<script|<style| style=| on\w+=/u);
    expect(page.headers['content-security-policy']).toContain("form-action 'self' http://127.0.0.1:4000;");
  });

  it.each([
    ['JPY', 5000, 'JPY&nbsp;5,000'],
    ['KWD', 12_340, 'KWD&nbsp;12.340'],
  ])('shows %s with the decimals that it has', async (currency, amount, shown) => {
    const page = await get(`/sandbox/stripe/pay/${await open({ currency, amount: minor(amount) })}`);
    expect(page.body.replaceAll('\u00a0', '&nbsp;')).toContain(shown);
  });

  it.each([
    ['pay', 'PAID'],
    ['later', 'PENDING'],
  ])(
    'after "%s" sends the browser back and leaves the checkout %s, also for a second click',
    async (how, outcome) => {
      const id = await open();
      for (const _click of [1, 2]) {
        const answer = await post(`/sandbox/stripe/pay/${id}/${how}`);
        expect([answer.statusCode, answer.headers.location]).toEqual([
          303,
          'http://127.0.0.1:4000/i/?from=checkout',
        ]);
      }
      expect(await site.world.gateway.findCheckout(id)).toMatchObject({ outcome });
      expect((await get(`/sandbox/stripe/pay/${id}`)).body).not.toContain('<form');
    },
  );

  it('after "decline" says so and stays open', async () => {
    const id = await open();
    expect((await post(`/sandbox/stripe/pay/${id}/decline`)).headers.location).toBe(
      `/sandbox/stripe/pay/${id}`,
    );
    const page = await get(`/sandbox/stripe/pay/${id}`);
    expect(page.body).toContain('Your card was declined. Nothing was paid.');
    expect(page.body).toContain(`action="/sandbox/stripe/pay/${id}/pay"`);
  });

  it('offers the way back without paying', async () => {
    expect((await get(`/sandbox/stripe/pay/${await open()}`)).body).toContain(
      'href="http://127.0.0.1:4000/i/?from=checkout&amp;canceled=1"',
    );
  });

  it.each(['/sandbox/stripe/pay/cs_test_unknown', `/sandbox/stripe/pay/${encodeURIComponent(bait)}`])(
    'knows nothing of %s',
    async (url) => {
      const page = await get(url);
      expect(page.statusCode).toBe(404);
      expect(page.body).not.toContain('<script');
      expect((await post(`${url}/pay`)).statusCode).toBe(404);
    },
  );

  it('takes no order from another site', async () => {
    const id = await open();
    expect(
      (await post(`/sandbox/stripe/pay/${id}/pay`, '', { 'sec-fetch-site': 'cross-site' })).statusCode,
    ).toBe(403);
    expect(await site.world.gateway.findCheckout(id)).toMatchObject({ outcome: 'OPEN' });
  });
});

describe('the payments page', () => {
  it('lists checkouts and events with what became of them, and sends an event again', async () => {
    const id = await open({ invoiceNumber: bait });
    site.world.stripe.checkouts.pay(id);
    await site.world.webhook.count(3);
    await expect.poll(async () => (await get('/sandbox/stripe')).body.match(/Delivered/gu)?.length).toBe(3);
    const { body } = await get('/sandbox/stripe');
    expect(body).toContain(baitShown);
    expect(body).toContain('checkout.session.completed');
    const again = /action="(\/sandbox\/stripe\/events\/evt_\w+\/send)"/u.exec(body)?.[1] ?? '';
    expect((await post(again)).headers.location).toBe('/sandbox/stripe');
    expect(site.world.webhook.all).toHaveLength(4);
  });

  it('refunds and disputes a payment, and lets either end as it may', async () => {
    const id = await open();
    const { checkouts, moneyBack } = site.world.stripe;
    checkouts.pay(id);
    const intent = checkouts.find(id)?.intent?.id ?? '';
    const { body } = await get('/sandbox/stripe');
    expect(body).toContain(`/sandbox/stripe/payments/${intent}/refund`);
    await post('/sandbox/stripe/controls', 'refunds=slow');
    await post(`/sandbox/stripe/payments/${intent}/refund`);
    const [refund] = moneyBack.refunds();
    expect(refund).toMatchObject({ status: 'pending', amount: 112_470 });
    await post(`/sandbox/stripe/refunds/${refund?.id}/fail`);
    expect(moneyBack.refunds()).toMatchObject([{ status: 'failed' }]);
    await post(`/sandbox/stripe/payments/${intent}/dispute`);
    const [dispute] = moneyBack.disputes();
    expect((await get('/sandbox/stripe')).body).toContain('needs response, answer until');
    await post(`/sandbox/stripe/disputes/${dispute?.id}/answer`);
    await post(`/sandbox/stripe/disputes/${dispute?.id}/lose`);
    expect(moneyBack.disputes()).toMatchObject([{ status: 'lost' }]);
  });

  it('asks the bank of the card first when the customer chooses so', async () => {
    const id = await open();
    await post(`/sandbox/stripe/pay/${id}/challenge`);
    expect((await get(`/sandbox/stripe/pay/${id}`)).body).toContain('Your bank asks whether it is you');
    await post(`/sandbox/stripe/pay/${id}/fail`);
    expect((await get(`/sandbox/stripe/pay/${id}`)).body).toContain('could not confirm that it is you');
    await post(`/sandbox/stripe/pay/${id}/challenge`);
    await post(`/sandbox/stripe/pay/${id}/confirm`);
    expect(await site.world.gateway.findCheckout(id)).toMatchObject({ outcome: 'PAID' });
  });

  it('settles a delayed payment', async () => {
    const id = await open();
    site.world.stripe.checkouts.payLater(id);
    expect((await get('/sandbox/stripe')).body).toContain(`/sandbox/stripe/checkouts/${id}/arrive`);
    await post(`/sandbox/stripe/checkouts/${id}/arrive`);
    expect(await site.world.gateway.findCheckout(id)).toMatchObject({ outcome: 'PAID' });
  });

  it('lets a checkout expire', async () => {
    const id = await open();
    await post(`/sandbox/stripe/checkouts/${id}/expire`);
    expect(await site.world.gateway.findCheckout(id)).toMatchObject({ outcome: 'EXPIRED' });
    expect((await get(`/sandbox/stripe/pay/${id}`)).body).toContain(
      'This checkout has expired. Nothing was paid.',
    );
  });

  it('makes the post as unkind as it is told', async () => {
    await post('/sandbox/stripe/controls', 'delay=hold&copies=2&order=reversed&api=error');
    expect(site.world.stripe.controls).toEqual({
      delayMs: 0,
      copies: 2,
      reversed: true,
      hold: true,
      slowRefunds: false,
      api: 'error',
    });
    await post('/sandbox/stripe/controls', 'delay=5000&copies=x&order=&api=constructor');
    expect(site.world.stripe.controls).toEqual({
      delayMs: 5000,
      copies: 1,
      reversed: false,
      hold: false,
      slowRefunds: false,
      api: 'normal',
    });
  });
});

describe('the mail pages', () => {
  it('list the mails, for people and for programs', async () => {
    const id = await arrive({ subject: bait });
    const page = await get('/sandbox/mail');
    expect(page.body).toContain(baitShown);
    expect(page.body).not.toContain('<script');
    const [mail] = (await get('/sandbox/mail/messages.json')).json<Record<string, string>[]>();
    expect(mail).toEqual({
      id,
      to: 'b@x.test',
      subject: bait,
      text: 'Text\n',
      date: expect.stringMatching(/^\d{4}-.*Z$/u),
    });
  });

  it('show text and headers as they are', async () => {
    const id = await arrive({ subject: 'Hello' });
    expect((await get(`/sandbox/mail/${id}?tab=text`)).body).toContain('<pre tabindex="0">Text');
    expect((await get(`/sandbox/mail/${id}?tab=headers`)).body).toMatch(/^Auto-Submitted: auto-generated$/mu);
  });

  it('lock the HTML of a mail up: no script, no form, nothing from elsewhere, framed by nobody else', async () => {
    const id = await arrive({ html: '<p>Hi</p><script>alert(1)</script>' });
    expect((await get(`/sandbox/mail/${id}`)).body).toMatch(
      new RegExp(`<iframe\\s[^>]*sandbox="[^"]*"\\s+src="/sandbox/mail/${id}/body"`, 'u'),
    );
    const body = await get(`/sandbox/mail/${id}/body`);
    const policy = String(body.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'none'; frame-ancestors 'self'; sandbox allow-popups");
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/u);
    expect(body.headers['x-frame-options']).toBe('SAMEORIGIN');
  });

  it('give attachments out to be saved, whatever they say they are', async () => {
    const content = Buffer.from('<script>alert(1)</script>');
    const id = await arrive({
      attachments: [{ filename: 'Größe "1".html', contentType: 'text/html', content }],
    });
    const saved = await get(`/sandbox/mail/${id}/attachments/0`);
    expect(saved.rawPayload.equals(content)).toBe(true);
    expect(saved.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('Größe "1".html')}`,
      'x-content-type-options': 'nosniff',
    });
    for (const at of ['1', '-1', 'x', '__proto__'])
      expect((await get(`/sandbox/mail/${id}/attachments/${at}`)).statusCode).toBe(404);
  });

  it('forget everything when told', async () => {
    const id = await arrive({});
    expect((await post('/sandbox/mail/delete-all')).headers.location).toBe('/sandbox/mail');
    expect((await get(`/sandbox/mail/${id}`)).statusCode).toBe(404);
    expect((await get('/sandbox/mail')).body).toContain('No mail yet');
  });
});
