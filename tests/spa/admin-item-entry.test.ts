import { describe, expect, test } from 'vitest';
import {
  entryMargin,
  itemInput,
  itemProblems,
  readItem,
} from '../../admin-spa/src/features/items/item-entry.ts';

const typed = (changes: Record<string, string | null> = {}) => {
  const form = new FormData();
  const fields = {
    name: ' Booking form ',
    description: '',
    unit: 'pcs',
    price: '1,650.00',
    pricesIncludeTax: 'on',
    taxTreatment: 'STANDARD',
    taxRate: '10',
    billing: 'MONTHLY',
    cost: '600',
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) if (value !== null) form.set(name, value);
  return readItem(form, 'AUD');
};

describe('what is typed about an item', () => {
  test('is sent in cents and thousandths of a percent', () => {
    expect(itemInput(typed())).toEqual({
      name: 'Booking form',
      description: '',
      unit: 'pcs',
      price: 165_000,
      pricesIncludeTax: true,
      taxTreatment: 'STANDARD',
      taxRate: 10_000,
      billing: 'MONTHLY',
      cost: 60_000,
    });
  });
  test('has no rate unless it is taxed at one; the field is then switched off and sends nothing', () => {
    expect(itemInput(typed({ taxTreatment: 'EXEMPT', taxRate: null }))).toMatchObject({ taxRate: 0 });
  });
  test('may leave the cost out', () => {
    expect(itemInput(typed({ cost: ' ' }))).toMatchObject({ cost: null });
    expect(itemProblems(typed({ cost: '' }))).toEqual({});
  });
  test.each([
    ['name', ' '],
    ['price', ''],
    ['price', 'abc'],
    ['price', '-5'],
    ['cost', 'cheap'],
    ['cost', '-5'],
    ['taxRate', ''],
    ['taxRate', '100.001'],
  ])('says at %s what is wrong with “%s”', (field, text) => {
    expect(Object.keys(itemProblems(typed({ [field]: text })))).toEqual([field]);
  });
});

describe('the margin beside the form', () => {
  test('is what is left of the price without tax', () => {
    expect(entryMargin(typed())).toEqual({ net: 150_000, cost: 60_000, profit: 90_000, rate: 60_000 });
    expect(entryMargin(typed({ pricesIncludeTax: null }))).toMatchObject({ net: 165_000, profit: 105_000 });
  });
  test('waits until price, rate and cost can be read', () => {
    for (const change of [{ price: '' }, { cost: '' }, { cost: '1.234' }, { taxRate: 'x' }])
      expect(entryMargin(typed(change))).toBeNull();
  });
});
