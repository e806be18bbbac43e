import type { Browser, BrowserContext, Page } from 'playwright-core';
import { watch, type Watch } from './watch.ts';

export const phone = { width: 390, height: 844 };
export const desk = { width: 1440, height: 900 };

export type Person = { context: BrowserContext; page: Page; watch: Watch };

type Kind = { viewport: typeof phone; origins: readonly string[]; dark?: boolean };

/** A person in Sydney with a browser of their own: no cookie, no memory, and somebody who watches what it does. */
export async function newPerson(
  browser: Browser,
  { viewport, origins, dark = false }: Kind,
): Promise<Person> {
  const context = await browser.newContext({
    viewport,
    locale: 'en-AU',
    timezoneId: 'Australia/Sydney',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    baseURL: origins[0] ?? '',
    hasTouch: viewport.width < 600,
    isMobile: viewport.width < 600,
  });
  context.setDefaultTimeout(15_000);
  const watching = watch(context, origins);
  return { context, page: await context.newPage(), watch: watching };
}
