import { coloursOf, type PrintedColours } from './colours.ts';
import { html, type Html } from './html.ts';
import type { MailParts } from './mail-parts.ts';

const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const wrap = 'overflow-wrap: anywhere';
const page = `margin: 0; padding: 24px 16px; font: 16px/1.55 ${font}; color: #161b22; background: #ffffff; ${wrap}`;
const column = 'max-width: 560px; margin: 0 auto';
const paragraph = 'margin: 0 0 16px';
const factLine = 'margin: 8px 0';
const muted = 'color: #5a6472; font-size: 14px';
const closing = `margin: 32px 0 0; padding: 16px 0 0; border-top: 1px solid #d6dbe1; ${muted}`;

/** The company's colour where it can be read: its name in a shade that is dark enough, the button in the colour itself. */
const looks = ({ fill, onFill, ink }: PrintedColours) => ({
  head: `margin: 0 0 24px; padding: 0 0 12px; border-bottom: 3px solid ${fill}; font-size: 18px; font-weight: 700; color: ${ink}`,
  card: `margin: 24px 0; padding: 4px 0 4px 16px; border-left: 3px solid ${fill}`,
  button: `display: inline-block; padding: 13px 22px; border-radius: 6px; background: ${fill}; color: ${onFill}; font-weight: 600; text-decoration: none`,
});

/** One column without tables or pictures: it reads on a phone, in a screen reader and in a mail program of any age. */
export function mailHtml(parts: MailParts): string {
  const { head, card, button } = looks(coloursOf(parts.from.colour));
  return html`<!doctype html>
    <html lang="${parts.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${parts.subject}</title>
      </head>
      <body style="${page}">
        <div style="${column}">
          <p style="${head}">${parts.from.name}</p>
          ${[parts.greeting, ...parts.opening].map(line)}
          ${parts.facts.length === 0 ? '' : html`<div style="${card}">${parts.facts.map(fact)}</div>`}
          ${parts.button === null ? '' : way(parts.button, button)} ${parts.next.map(line)}
          <p style="${closing}">
            ${parts.signature.map((text, index) => (index === 0 ? html`${text}` : html`<br />${text}`))}
          </p>
        </div>
      </body>
    </html> `.markup;
}

function line(text: string): Html {
  return html`<p style="${paragraph}">${text}</p> `;
}

const way = ({ label, url }: NonNullable<MailParts['button']>, style: string): Html =>
  html`<p style="margin: 24px 0"><a href="${url}" style="${style}">${label}</a></p>`;

function fact({ label, value }: MailParts['facts'][number]): Html {
  return html`<p style="${factLine}">
    <span style="${muted}">${label}</span><br /><strong>${value}</strong>
  </p> `;
}
