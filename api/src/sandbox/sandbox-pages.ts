import type { FastifyInstance } from 'fastify';
import { parseFormBody } from './form-body.ts';
import { html } from './html.ts';
import { paths, sendPage } from './layout.ts';
import type { MailInbox } from './mail/inbox.ts';
import { mailRoutes } from './mail/mail-routes.ts';
import type { StripeStandIn } from './stripe/stand-in.ts';
import { stripeRoutes } from './stripe/stripe-routes.ts';
import { style } from './style.ts';

const formType = 'application/x-www-form-urlencoded';

/** The stand-ins' pages on the product's own origin. Registered as a plugin, so that its form parser stays in here. */
export async function sandboxPages(
  app: FastifyInstance,
  { stripe, mail }: { stripe: StripeStandIn; mail: MailInbox },
): Promise<void> {
  if (app.hasContentTypeParser(formType)) app.removeContentTypeParser(formType);
  app.addContentTypeParser(formType, { parseAs: 'string', bodyLimit: 16_384 }, (_request, body, done) => {
    done(null, parseFormBody(String(body)));
  });
  app.addHook('onRequest', async (request, reply) => {
    // Another site must not press these buttons in the visitor's browser.
    if (request.method !== 'POST' || request.headers['sec-fetch-site'] !== 'cross-site') return;
    await reply.code(403).send({ error: 'cross-site' });
  });
  app.get('/sandbox', async (_request, reply) => {
    const body = html`<h1>Sandbox</h1>
      <ul class="plain">
        <li><a href="${paths.stripe}">Payments</a>: the stand-in for Stripe</li>
        <li><a href="${paths.mail}">Mail</a>: everything that the product sent</li>
      </ul>`;
    return sendPage(reply, { title: 'Sandbox', body, here: null });
  });
  app.get(paths.style, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(style),
  );
  stripeRoutes(app, stripe);
  mailRoutes(app, mail);
}
