import { expect, test } from 'vitest';
import { isRefusal, refuse } from '../../api/src/domain/refusal.ts';

test('a refusal is told from everything else', () => {
  expect(isRefusal(refuse('QUOTE_EXPIRED', 'Too late.'))).toBe(true);
  for (const other of [
    null,
    undefined,
    'refusal',
    { code: 'QUOTE_EXPIRED' },
    { refusal: false },
    { refusal: 'true' },
  ]) {
    expect(isRefusal(other)).toBe(false);
  }
});

test('a refusal names its field when there is one', () => {
  expect(refuse('NAME_INVALID', 'Please enter your name.', 'name').field).toBe('name');
  expect(refuse('QUOTE_EXPIRED', 'Too late.').field).toBeNull();
});
