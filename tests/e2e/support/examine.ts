import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { desk, phone } from './profile.ts';

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
  // Legacy: in this page alone, instead of with one more page for each run.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations: all } = await (
    colorScheme === 'dark' ? axe.withRules(['color-contrast']) : axe
  ).analyze();
  return all
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
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
