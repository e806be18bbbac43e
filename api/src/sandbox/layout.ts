import type { FastifyReply } from 'fastify';
import { html } from './html.ts';
import type { Html } from './html.ts';

export const paths = {
  style: '/sandbox/style.css',
  stripe: '/sandbox/stripe',
  pay: '/sandbox/stripe/pay',
  mail: '/sandbox/mail',
} as const;

type Page = { title: string; body: Html; here: 'stripe' | 'mail' | null };

/**
 * Sends a page of the sandbox. The policy is stricter than the product's own, but it names where a form's answer may
 * redirect to: Chromium holds `form-action` against redirects too, and the public origin need not be this one.
 */
export function sendPage(
  reply: FastifyReply,
  page: Page,
  status = 200,
  returnsTo: readonly string[] = [],
): FastifyReply {
  const actions = ["'self'", ...new Set(returnsTo.map((url) => new URL(url).origin))].join(' ');
  return reply
    .code(status)
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action ${actions}; base-uri 'none'; frame-ancestors 'none'`,
    )
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(whole(page).markup);
}

function whole({ title, body, here }: Page): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · Sandbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${paths.style}" />
      </head>
      <body>
        <header class="banner"><strong>Sandbox:</strong> no real money, no real mail</header>
        ${
          here &&
          html`<nav aria-label="Sandbox">
            <a href="${paths.stripe}" ${here === 'stripe' && html` aria-current="page"`}>Payments</a>
            <a href="${paths.mail}" ${here === 'mail' && html` aria-current="page"`}>Mail</a>
          </nav>`
        }
        <main>${body}</main>
      </body>
    </html> `;
}

/** A moment as people read it, in UTC, because the server does not know where the reader is. */
export function moment(at: Date): Html {
  const iso = at.toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`;
}
