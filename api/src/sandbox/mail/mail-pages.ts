import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { moment, paths } from '../layout.ts';
import type { MailSummary, ReceivedMail } from './received-mail.ts';

export type MailTab = 'html' | 'text' | 'headers';

export function inboxPage(mails: MailSummary[]): Html {
  return html`<div class="row between">
      <h1>Mail inbox</h1>
      <div class="row">
        <a class="button" href="${paths.mail}">Refresh</a>${
          mails.length > 0 &&
          html`<form method="post" action="${paths.mail}/delete-all"><button>Delete all</button></form>`
        }
      </div>
    </div>
    ${
      mails.length === 0
        ? html`<p class="card">
            No mail yet. Whatever the product sends arrives here instead of at the recipient.
          </p>`
        : html`<ul class="plain mails">
            ${mails.map(row)}
          </ul>`
    }
    <p class="soft small">
      Mail to <span class="mono">bounce@…</span> is refused for good, mail to
      <span class="mono">busy@…</span> for now. The last 500 mails are kept.
    </p>`;
}

function row(mail: MailSummary): Html {
  return html`<li>
    <a href="${paths.mail}/${mail.id}"
      ><strong>${mail.subject || '(no subject)'}</strong>
      <span class="row between small soft"
        ><span class="who">to ${mail.to}</span
        ><span
          >${
            mail.attachmentCount > 0 && html`${mail.attachmentCount} attached · `
          }${moment(mail.receivedAt)}</span
        ></span
      ></a
    >
  </li>`;
}

export function mailPage(mail: ReceivedMail, tab: MailTab): Html {
  const here = `${paths.mail}/${mail.id}`;
  const link = (name: MailTab, label: string): Html =>
    html`<a href="${here}?tab=${name}" ${tab === name && html` aria-current="page"`}>${label}</a>`;
  return html`<p><a href="${paths.mail}">← All mail</a></p>
    <h1>${mail.subject || '(no subject)'}</h1>
    <div class="card">
      <dl>
        <dt>From</dt>
        <dd>${mail.from}</dd>
        <dt>To</dt>
        <dd>${mail.to}</dd>
        <dt>Arrived</dt>
        <dd>${moment(mail.receivedAt)}</dd>
        ${
          mail.attachments.length > 0 &&
          html`<dt>Attached</dt>
            <dd>
              ${mail.attachments.map(
                ({ filename, content }, at) =>
                  html`<a href="${here}/attachments/${at}">${filename}</a>
                    <span class="soft small">${Math.ceil(content.length / 1024)} KB</span><br />`,
              )}
            </dd>`
        }
        <dt>Source</dt>
        <dd><a href="${here}/source">as it came</a></dd>
      </dl>
    </div>
    <nav class="tabs" aria-label="Parts of the mail">
      ${link('html', 'HTML')}${link('text', 'Text')}${link('headers', 'Headers')}
    </nav>
    ${shownPart(mail, tab)}`;
}

function shownPart(mail: ReceivedMail, tab: MailTab): Html {
  if (tab === 'text') return html`<pre tabindex="0">${mail.text}</pre>`;
  if (tab === 'headers') {
    const lines = mail.headers.map(({ name, value }) => `${name}: ${value}`);
    return html`<pre tabindex="0">${lines.join('\n')}</pre>`;
  }
  if (mail.html === '') return html`<p class="card">This mail has no HTML part.</p>`;
  const free = 'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';
  return html`<iframe
    title="The mail as HTML"
    sandbox="${free}"
    src="${paths.mail}/${mail.id}/body"
  ></iframe>`;
}
