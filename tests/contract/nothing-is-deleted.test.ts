import { expect, test } from 'vitest';
import { fieldsOf } from './contract.ts';

/** Whatever was sent, signed or invoiced stays. What can go: a customer that nothing names, a file of a draft, the logo of today, a view of a list. Erasing takes words out of records and leaves the records. */
test('no operation deletes what was sent, signed or invoiced', () => {
  const words = /delete|remove|destroy|purge|erase|drop/i;
  expect(
    Object.keys(fieldsOf('Mutation'))
      .filter((name) => words.test(name))
      .sort(),
  ).toEqual(['deleteCustomer', 'deleteView', 'eraseCustomer', 'removeAttachment', 'removeCompanyLogo']);
});

test.each(['Quote', 'Invoice', 'Payment', 'Receipt', 'ReviewItem', 'Link', 'Acceptance'])(
  'there is no way to delete a %s',
  (noun) => {
    const names = Object.keys(fieldsOf('Mutation')).filter((name) => name.includes(noun));
    expect(names.filter((name) => /^(delete|remove)/.test(name))).toEqual([]);
  },
);
