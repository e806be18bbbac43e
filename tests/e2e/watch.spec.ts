import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { flaws } from './support/examine.ts';
import { newPerson, phone } from './support/profile.ts';

const token = 'T'.repeat(43);

/** Every journey ends with «nothing was wrong»; here is what would have been. */
describe('whoever looks over the shoulder of a browser', () => {
  let browser: Browser;
  let server: Server;
  let origin: string;
  let page = '';

  beforeAll(async () => {
    browser = await openBrowser();
    server = createServer((request, response) => {
      const isPage = request.url === '/page';
      response.writeHead(200, {
        'content-type': isPage ? 'text/html' : 'text/plain',
        'content-security-policy': "img-src 'self'",
      });
      response.end(isPage ? page : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it.each([
    ['a fault', '<script>throw new Error("oh")</script>', 'fault in a page: oh'],
    ['an error on the console', '<script>console.error("dear me")</script>', 'console: dear me'],
    [
      'what the policy forbids',
      '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
      'Content Security Policy',
    ],
    [
      'another host',
      '<script>fetch("http://127.0.0.1:9/").catch(() => 0)</script>',
      'another host: http://127.0.0.1:9/',
    ],
    [
      'a Referer with a path',
      '<meta name="referrer" content="unsafe-url"><script>fetch("/other")</script>',
      'a Referer: ',
    ],
    ['a token in a query', `<script>fetch("/other?${token}")</script>`, `a token in an address: `],
    [
      'a token that stays in the bar',
      `<script>history.replaceState(null, "", "#${token}/still")</script>`,
      'a token in an address: ',
    ],
  ])('sees %s', async (_what, markup, complaint) => {
    page = `<!doctype html><link rel="icon" href="/icon">${markup}`;
    const person = await newPerson(browser, { viewport: phone, origins: [origin] });
    person.watch.secret(token);
    await person.page.goto(`${origin}/page#${token}`);
    await expect.poll(() => person.watch.complaints().join()).toContain(complaint);
    await person.context.close();
  });

  it('says nothing about a page that does nothing wrong', async () => {
    page =
      '<!doctype html><link rel="icon" href="/icon"><script>history.replaceState(null, "", "#/")</script>';
    const person = await newPerson(browser, { viewport: phone, origins: [origin] });
    person.watch.secret(token);
    await person.page.goto(`${origin}/page#${token}`);
    await person.page.waitForURL('**/page#/');
    expect(person.watch.complaints()).toEqual([]);
    await person.context.close();
  });

  it.each([
    ['words that nobody can read', '<p style="color: #bbb">Pale</p>', 'color-contrast'],
    [
      'words that nobody can read at night',
      '<style>@media (prefers-color-scheme: dark) { p { color: #ddd } }</style><p>Pale</p>',
      '390-dark: color-contrast',
    ],
    ['a field without a name', '<input>', 'label'],
    ['a screen that is too wide', '<div style="width: 500px">Wide</div>', '390-light: 5'],
  ])('sees %s', async (_what, markup, complaint) => {
    page = `<!doctype html><html lang="en"><title>A page</title><meta name="viewport" content="width=device-width"><link rel="icon" href="/icon"><body style="background: #fff"><main><h1>Page</h1>${markup}</main>`;
    const person = await newPerson(browser, { viewport: phone, origins: [origin] });
    await person.page.goto(`${origin}/page`);
    expect((await flaws(person.page, 'a-page')).join()).toContain(complaint);
    await person.context.close();
  });
});
