import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { DatabaseKind } from './databases.ts';
import { aCompany, type Company } from './steps.ts';

/**
 * One company for all tests of a group, because tables cost time. In the end, or after each test, nothing may be so that must
 * never be so: what is broken once stays so, and looking at everything costs more than most tests.
 */
export function companyOn(
  kind: DatabaseKind,
  look: 'after each' | 'in the end' = 'in the end',
): () => Company {
  let company: Company | null = null;
  const open = (): Company => {
    if (company === null) throw new Error('The company opens before the first test');
    return company;
  };
  beforeAll(async () => {
    company = await aCompany(kind);
  });
  const lookAtAll = async () => expect(await open().broken()).toEqual([]);
  if (look === 'after each') afterEach(lookAtAll);
  afterAll(async () => {
    if (look === 'in the end') await lookAtAll();
    await company?.close();
  });
  return open;
}
