import type { FastifyInstance, FastifyReply } from 'fastify';
import { html } from '../html.ts';
import { paths, sendPage } from '../layout.ts';
import type { MailInbox } from './inbox.ts';
import { inboxPage, mailPage } from './mail-pages.ts';
import type { MailTab } from './mail-pages.ts';

/**
 * What a mail may do when it is shown: nothing but look as it does. Its links open in a new tab, since the pages that
 * they lead to refuse to be framed.
 */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; " +
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

type OneMail = { Params: { id: string } };

export function mailRoutes(app: FastifyInstance, inbox: MailInbox): void {
  app.get(paths.mail, async (_request, reply) =>
    sendPage(reply, { title: 'Mail inbox', body: inboxPage(await inbox.list()), here: 'mail' }),
  );
  app.get(`${paths.mail}/messages.json`, async (_request, reply) => {
    const mails = await inbox.list();
    return reply.header('cache-control', 'no-store').send(
      mails.map(({ id, to, subject, text, receivedAt }) => ({
        id,
        to,
        subject,
        text,
        date: receivedAt.toISOString(),
      })),
    );
  });
  app.post(`${paths.mail}/delete-all`, async (_request, reply) => {
    inbox.clear();
    return reply.redirect(paths.mail, 303);
  });
  app.get<OneMail & { Querystring: { tab?: string } }>(`${paths.mail}/:id`, async (request, reply) => {
    const mail = await inbox.find(request.params.id);
    if (!mail) return noMail(reply);
    const asked = (['html', 'text', 'headers'] as const).find((name) => name === request.query.tab);
    const tab: MailTab = asked ?? (mail.html === '' ? 'text' : 'html');
    return sendPage(reply, { title: mail.subject, body: mailPage(mail, tab), here: 'mail' });
  });
  mailParts(app, inbox);
}

function mailParts(app: FastifyInstance, inbox: MailInbox): void {
  app.get<OneMail>(`${paths.mail}/:id/body`, async (request, reply) => {
    const mail = await inbox.find(request.params.id);
    if (!mail) return noMail(reply);
    return reply
      .headers({
        'content-security-policy': mailPolicy,
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
      })
      .type('text/html; charset=utf-8')
      .send(`<base target="_blank">${mail.html}`);
  });
  app.get<OneMail>(`${paths.mail}/:id/source`, async (request, reply) => {
    const raw = inbox.raw(request.params.id);
    return raw ? reply.type('text/plain; charset=utf-8').send(raw) : noMail(reply);
  });
  app.get<{ Params: { id: string; at: string } }>(
    `${paths.mail}/:id/attachments/:at`,
    async (request, reply) => {
      const attachment = (await inbox.find(request.params.id))?.attachments[Number(request.params.at)];
      if (!attachment) return noMail(reply);
      // Always saved, never shown: the type is the sender's word.
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${headerEncoded(attachment.filename)}`)
        .header('x-content-type-options', 'nosniff')
        .type('application/octet-stream')
        .send(attachment.content);
    },
  );
}

/** RFC 5987: what encodeURIComponent leaves alone is more than a header may hold. */
function headerEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function noMail(reply: FastifyReply): FastifyReply {
  return sendPage(
    reply,
    { title: 'No such mail', body: html`<h1>There is no such mail (any more).</h1>`, here: 'mail' },
    404,
  );
}
