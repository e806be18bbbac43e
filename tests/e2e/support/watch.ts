import type { BrowserContext, Page, Request } from 'playwright-core';
import { expect } from 'vitest';

/** What a browser must never do (LK-07) while somebody uses the product, whatever the journey is about. */
export type Watch = {
  /** From now on this token may stand in no address but the fragment of the page that is opened with it. */
  secret(token: string): void;
  /** An error that the journey provokes on purpose, told by a part of its text. */
  allow(text: string): void;
  /** Everything that was wrong so far, in words. */
  complaints(): string[];
};

type Seen = { secrets: Set<string>; addresses: string[]; wrong: string[]; allowed: string[] };

/** Looks over the shoulder of one browser profile. `origins` are all addresses that it may talk to. */
export function watch(context: BrowserContext, origins: readonly string[]): Watch {
  const seen: Seen = { secrets: new Set(), addresses: [], wrong: [], allowed: [] };
  context.on('console', (message) => {
    if (message.type() === 'error') seen.wrong.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => seen.wrong.push(`fault in a page: ${error.error().message}`));
  context.on('request', (request) => noteRequest(seen, request, origins));
  context.on('page', (page) => noteMoves(seen, page));
  return {
    secret: (token) => void seen.secrets.add(token),
    allow: (text) => void seen.allowed.push(text),
    complaints: () => [
      ...seen.wrong.filter((text) => !seen.allowed.some((part) => text.includes(part))),
      ...seen.addresses
        .filter((address) => [...seen.secrets].some((token) => address.includes(token)))
        .map((address) => `a token in an address: ${address}`),
    ],
  };
}

function noteRequest(seen: Seen, request: Request, origins: readonly string[]): void {
  const url = new URL(request.url());
  // The browser's own parts, such as its PDF viewer, have addresses of another kind.
  if (/^(https?|wss?):$/.test(url.protocol) && !origins.includes(url.origin)) {
    seen.wrong.push(`another host: ${request.url()}`);
  }
  const referer = request.headers()['referer'] ?? '';
  if (referer !== '' && new URL(referer).href !== `${new URL(referer).origin}/`)
    seen.wrong.push(`a Referer: ${referer}`);
  // The fragment is not sent, though the browser tells us about it.
  seen.addresses.push(`${url.origin}${url.pathname}${url.search}`);
}

/** A page may arrive with the token in its fragment; afterwards neither the bar nor the history may hold it. */
function noteMoves(seen: Seen, page: Page): void {
  let arrives = true;
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) arrives = true;
  });
  page.on('framenavigated', (frame) => {
    const url = new URL(frame.url());
    if (frame !== page.mainFrame() || url.protocol === 'about:') return;
    seen.addresses.push(arrives ? `${url.origin}${url.pathname}${url.search}` : url.href);
    arrives = false;
  });
}

/** The end of every journey. */
export function noComplaints(...people: readonly { watch: Watch }[]): void {
  expect(people.flatMap((person) => person.watch.complaints())).toEqual([]);
}
