import type { Page } from 'playwright-core';

type Timed = Window & { inputToPaint?: number[] };

/** Presses the keys one after the other, and gives for each the milliseconds from the key to the end of the frame after it. */
export async function keysToPaint(page: Page, keys: readonly string[], pause = 80): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const isKnown = (window as Timed).inputToPaint !== undefined;
    (window as Timed).inputToPaint = times;
    if (isKnown) return;
    const onKey = ({ key, timeStamp }: KeyboardEvent) => {
      if (['Alt', 'Control', 'Shift'].includes(key)) return;
      requestAnimationFrame(() => {
        // a message is heard after the frame was painted
        const channel = new MessageChannel();
        const done = () => (window as Timed).inputToPaint?.push(performance.now() - timeStamp);
        channel.port1.addEventListener('message', done);
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    };
    addEventListener('keydown', onKey, true);
  });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(pause);
  }
  await page.waitForTimeout(200);
  return page.evaluate(() => (window as Timed).inputToPaint ?? []);
}

/** The same for words that are typed. */
export const inputToPaint = (page: Page, text: string): Promise<number[]> =>
  keysToPaint(
    page,
    [...text].map((letter) => (letter === ' ' ? 'Space' : letter)),
  );

const at = (times: readonly number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? Number.POSITIVE_INFINITY;

export const median = (times: readonly number[]): number => at(times, 0.5);

/** What the page needs when the machine does not do something else meanwhile. */
export const undisturbed = (times: readonly number[]): number => at(times, 0.25);
