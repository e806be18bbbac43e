import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { packagedBrowser } from './packaged-browser.ts';

type Found = { executablePath: string; env?: Record<string, string> };

/** A browser for the journeys may phone nobody, and starts with an empty profile every time. */
const quiet = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
];

/**
 * Starts Chromium: the one that CHROMIUM_PATH names, else the machine's own, else the one that came with the packages.
 * CHROMIUM_PATH=packaged hides the machine's own, to see what a machine without a browser sees.
 */
export async function openBrowser(): Promise<Browser> {
  const tried: string[] = [];
  for (const find of candidates(process.env['CHROMIUM_PATH'])) {
    try {
      const { executablePath, env } = await find();
      tried.push(executablePath);
      return await chromium.launch({ executablePath, args: quiet, ...(env && { env }) });
    } catch (error) {
      // A browser that is there and does not start (confined, half removed) is no reason not to try the next.
      tried.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  throw new Error(`No browser starts here. CHROMIUM_PATH may name one. Tried: ${tried.join('; ')}`);
}

function candidates(named: string | undefined): (() => Promise<Found>)[] {
  if (named === 'packaged') return [packagedBrowser];
  if (named !== undefined && named !== '') return [async () => ({ executablePath: named })];
  return [...installed().map((executablePath) => async () => ({ executablePath })), packagedBrowser];
}

function installed(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
  const apps = ['Google Chrome', 'Chromium'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...apps].filter((file) =>
    existsSync(file),
  );
}
