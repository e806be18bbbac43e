import type * as Axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { desk, phone } from './profile.ts';

/** In the page, where its source leaves it. */
declare const axe: typeof Axe;
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const screens = join(import.meta.dirname, '../../.out/screens');

const looks = [
  { name: '390-light', viewport: phone, colorScheme: 'light' },
  { name: '390-dark', viewport: phone, colorScheme: 'dark' },
  { name: '1440-dark', viewport: desk, colorScheme: 'dark' },
  { name: '1440-light', viewport: desk, colorScheme: 'light' },
] as const;

/**
 * Looks at a screen on a phone and at a desk, by day and by night: nothing that axe calls serious or critical, and
 * nothing that has to be scrolled sideways. With SCREENS=1 a picture of each look lands in tests/.out/screens.
 */
export async function examine(page: Page, name: string): Promise<void> {
  expect(await flaws(page, name)).toEqual([]);
}

export async function flaws(page: Page, name: string): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const { name: look, viewport, colorScheme } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await settled(page);
    // Not innerWidth: a phone zooms out until what is too wide fits.
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > viewport.width) found.push(`${name} ${look}: ${width} wide`);
    found.push(...(await violations(page, colorScheme)).map((text) => `${name} ${look}: ${text}`));
    if (process.env['SCREENS'] === '1')
      await page.screenshot({ path: join(screens, `${name}-${look}.png`), fullPage: true });
  }
  if (before !== null) await page.setViewportSize(before);
  return found;
}

/** By night only what colours change; the rest is the same page. */
async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await Promise.all(page.frames().map(bringAxe));
  const all = await page.evaluate(
    async (only) => {
      const found = await axe.run(document, { resultTypes: ['violations'], ...(only && { runOnly: only }) });
      return found.violations;
    },
    colorScheme === 'dark' ? ['color-contrast'] : null,
  );
  return all
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
}

/** Once for each page that was loaded: it is 600 kB, and four looks need it. Not as a script tag, which no page here allows. */
async function bringAxe(frame: Frame): Promise<void> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axeSource);
}

/** Colours that are on their way from day to night would be measured in between; some set out a few frames late. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (let quietFrames = 0; quietFrames < 5; quietFrames += 1) {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) continue;
        animation.finish();
        quietFrames = 0;
      }
    }
  });
