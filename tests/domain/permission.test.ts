import { expect, test } from 'vitest';
import { may, permissions, permissionsOf } from '../../api/src/domain/permission.ts';

test('the owner may do everything', () => {
  expect(permissionsOf('OWNER')).toEqual(permissions);
});

test('a manager may do everything but erase people and change the settings', () => {
  expect(permissions.filter((permission) => !may('MANAGER', permission))).toEqual([
    'ERASE_CUSTOMER_DATA',
    'MANAGE_COMPANY',
  ]);
});

test('staff write, issue, confirm and settle, but do not approve', () => {
  expect(permissionsOf('STAFF')).toEqual([
    'READ',
    'WRITE_QUOTES',
    'ISSUE_INVOICES',
    'CONFIRM_PAYMENTS',
    'SETTLE_REVIEW',
  ]);
  expect(may('STAFF', 'APPROVE_QUOTES')).toBe(false);
});

test('a bookkeeper reads', () => {
  expect(permissionsOf('BOOKKEEPER')).toEqual(['READ']);
});
