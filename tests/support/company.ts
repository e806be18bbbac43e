import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { DatabaseKind } from './databases.ts';
import { aCompany, type Company } from './steps.ts';

/** One company for all tests of a group, because tables cost time; after each test nothing may be so that must never be so. */
export function companyOn(kind: DatabaseKind): () => Company {
  let company: Company | null = null;
  const open = (): Company => {
    if (company === null) throw new Error('The company opens before the first test');
    return company;
  };
  beforeAll(async () => {
    company = await aCompany(kind);
  });
  afterEach(async () => {
    expect(await open().broken()).toEqual([]);
  });
  afterAll(() => company?.close());
  return open;
}
