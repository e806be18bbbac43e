import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Coverage, coverageOf } from './font-coverage.ts';

/**
 * The fonts of the assets, never those of the machine: the same letter gives the same bytes everywhere. In the order of
 * their names, because which font steps in for another must not hang on the file system; a font laid beside them counts.
 */
export function fontFiles(assetsDir: string): string[] {
  const folder = join(assetsDir, 'fonts');
  const names = readdirSync(folder).filter((file) => /\.(?:ttf|otf)$/iu.test(file));
  return names.sort().map((file) => join(folder, file));
}

/** What all of them together can draw. */
export const coverageOfAssets = (assetsDir: string): Coverage =>
  coverageOf(fontFiles(assetsDir).map((file) => readFileSync(file)));
