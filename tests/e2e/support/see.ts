import type { Locator, Page } from 'playwright-core';
import { vi } from 'vitest';

/** Waits until a person can see it. */
export const sees = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible' });

export const seesText = (place: Page | Locator, text: string | RegExp): Promise<void> =>
  sees(place.getByText(text));

/** Waits until nobody can see it any more. */
export const seesNoMore = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'hidden' });

/** The part of a page with this heading or label. */
export const part = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });

/** Waits until it is so. For what no page shows: the outbox, the webhook. */
export const until = (what: string, read: () => Promise<boolean>): Promise<void> =>
  vi.waitFor(
    async () => {
      if (!(await read())) throw new Error(`It did not come to pass: ${what}`);
    },
    { timeout: 15_000, interval: 50 },
  );
