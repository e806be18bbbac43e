import { join } from 'node:path';
import { beforeEach } from 'vitest';
import type { Person } from './profile.ts';

const failures = join(import.meta.dirname, '../../.out/failures');

/**
 * The tests around are chapters of one story: after the first that fails, the others say so at once instead of
 * waiting. What everybody saw at that moment is in tests/.out/failures.
 */
export function oneStory(people: () => readonly (Person | undefined)[]): void {
  let failed = '';
  beforeEach(({ task, onTestFailed }) => {
    if (failed !== '') throw new Error(`The story ended in «${failed}».`);
    onTestFailed(async () => {
      failed ||= task.name;
      if (failed === task.name) await picture(task.name, people());
    });
  });
}

async function picture(name: string, people: readonly (Person | undefined)[]): Promise<void> {
  const pages = people.flatMap((person) => person?.context.pages() ?? []);
  const file = (at: number) => join(failures, `${name.replaceAll(/\W+/g, '-')}-${at + 1}.png`);
  await Promise.allSettled(
    pages.map((page, at) => page.screenshot({ path: file(at), fullPage: true, timeout: 5000 })),
  );
}
