import { expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { startTestApp } from '../support/app.ts';

test.each(databases)('starts on an empty %s database and answers who is signed in', async (kind) => {
  const app = await startTestApp(kind);
  const owner = await app.signedIn('OWNER');
  expect(await app.ask('{ me { role } }', {}, owner)).toEqual({ data: { me: { role: 'OWNER' } } });
  expect(await app.ask('{ me { role } }', {}, null)).toEqual({ data: { me: null } });
  expect(await app.broken()).toEqual([]);
  await app.close();
});
