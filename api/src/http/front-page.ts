import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { html } from '../letters/html.ts';

/** /: what is where. */
export async function frontPage(app: FastifyInstance, config: Config, sandbox: boolean): Promise<void> {
  app.get('/front-page.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  app.get('/', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(page(config, sandbox).markup),
  );
}

const page = (config: Config, sandbox: boolean) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Countersign</title>
        <link rel="stylesheet" href="/front-page.css" />
      </head>
      <body>
        <main>
          <h1>Countersign</h1>
          <p>Quotes that your customers sign, and that the server countersigns.</p>
          <ul>
            <li>
              <a href="/admin/">Office</a
              ><span>Write and approve quotes, issue invoices, confirm payments. For staff.</span>
            </li>
            ${sandbox ? sandboxLinks : html``}
            <li><a href="/readyz">Health</a><span>For whoever watches this machine.</span></li>
          </ul>
          <p class="small">
            Customers have no page here: the links in their mails open their quote or invoice. Programs talk
            to <code>${config.publicUrl}/graphql</code>.
          </p>
        </main>
      </body>
    </html>`;

const sandboxLinks = html`<li>
    <a href="/sandbox/mail">Mail inbox</a
    ><span>Sandbox: every mail that was sent ends here. Start with the quote link.</span>
  </li>
  <li>
    <a href="/sandbox/stripe">Card payments</a><span>Sandbox: the stand-in for Stripe. No real money.</span>
  </li>`;

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 40rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .25rem; letter-spacing: -.02em; }
ul { list-style: none; padding: 0; margin: 2rem 0; border-top: 1px solid color-mix(in srgb, CanvasText 20%, transparent); }
li { padding: 1rem 0; border-bottom: 1px solid color-mix(in srgb, CanvasText 20%, transparent); }
li a { display: block; font-weight: 600; font-size: 1.125rem; padding: .25rem 0; }
li span, .small { color: color-mix(in srgb, CanvasText 75%, transparent); }
`;
