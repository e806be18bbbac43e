import { describe, expect, test } from 'vitest';
import type { StaffRole } from '../../api/src/domain/permission.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { deleteView, renameView, saveView, views } from '../support/operations.ts';
import { aKey } from '../support/steps.ts';

type View = { id: string; name: string; mine: boolean; code?: string; fault?: string };

describe.each(databases)('saved views on %s', (kind) => {
  const office = companyOn(kind);
  const run = async (role: StaffRole, document: string, variables: object) =>
    office().run<View>(document, variables, await office().as(role));
  const list = async (role: StaffRole, screen = 'INVOICES') =>
    office().make<View[]>(views, { screen }, await office().as(role));
  const input = (changes: object = {}) => ({
    input: {
      idempotencyKey: aKey(),
      screen: 'INVOICES',
      name: 'Overdue in euros',
      search: 'currency=EUR&status=OVERDUE',
      shared: false,
      ...changes,
    },
  });

  test('a view is one’s own until it is shared, and others may only look through it', async () => {
    const own = await run('STAFF', saveView, input());
    expect(own).toMatchObject({ name: 'Overdue in euros', shared: false, mine: true });
    expect(await list('BOOKKEEPER')).toEqual([]);
    expect(await list('STAFF', 'PAYMENTS')).toEqual([]);
    const renamed = { id: own.id, name: 'All of us', shared: true };
    expect(await run('STAFF', renameView, { input: renamed })).toMatchObject(renamed);
    expect(await list('BOOKKEEPER')).toMatchObject([{ name: 'All of us', mine: false, owner: 'The staff' }]);
    for (const role of ['BOOKKEEPER', 'OWNER'] as const) {
      expect(await run(role, renameView, { input: renamed })).toEqual({ fault: 'NOT_FOUND' });
      expect(await run(role, deleteView, { input: { id: own.id } })).toEqual({ fault: 'NOT_FOUND' });
    }
    expect(await list('STAFF')).toHaveLength(1);
    for (let times = 0; times < 2; times += 1)
      expect(await run('STAFF', deleteView, { input: { id: own.id } })).toBe(true);
    expect(await list('STAFF')).toEqual([]);
  });

  test('a repeat gives the first again; names and addresses have limits, and so has the number of views', async () => {
    const first = input();
    const made = await run('MANAGER', saveView, first);
    expect(await run('MANAGER', saveView, first)).toEqual(made);
    for (const wrong of [
      { name: ' ' },
      { name: 'x'.repeat(61) },
      { search: 'x'.repeat(1001) },
      { idempotencyKey: 'short' },
    ])
      expect(await run('MANAGER', saveView, input(wrong))).toMatchObject({ code: 'INPUT_INVALID' });
    for (let count = 1; count < 50; count += 1) await run('MANAGER', saveView, input());
    expect(await run('MANAGER', saveView, input())).toMatchObject({ code: 'INPUT_INVALID', field: 'name' });
    expect(await list('MANAGER')).toHaveLength(50);
  });
});
