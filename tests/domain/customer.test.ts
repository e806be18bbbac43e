import { describe, expect, test } from 'vitest';
import { archivedProblem, currencyProblem, linkedProblem } from '../../api/src/domain/customer.ts';
import { languageOf, languages } from '../../api/src/domain/language.ts';

describe('a customer', () => {
  test('that is archived gets no new quote, and the sentence says what comes first', () => {
    expect(archivedProblem({ name: 'Silva Dental', archivedAt: null })).toBeNull();
    expect(archivedProblem({ name: 'Silva Dental', archivedAt: '2026-11-21T01:00:00.000Z' })).toMatchObject({
      code: 'CUSTOMER_ARCHIVED',
      message: 'Silva Dental is archived. Restore the customer first, then write the quote.',
    });
  });

  test.each([
    [{ quotes: 1, invoices: 0 }, 'Silva has one quote, so'],
    [{ quotes: 3, invoices: 1 }, 'Silva has 3 quotes and one invoice, so'],
    [{ quotes: 0, invoices: 2 }, 'Silva has 2 invoices, so'],
  ])('with %j is archived instead of deleted', (linked, sentence) => {
    const problem = linkedProblem('Silva', linked);
    expect(problem).toMatchObject({ code: 'RECORD_LINKED', field: null });
    expect(problem?.message).toContain(sentence);
    expect(problem?.message).toContain('Archive it instead');
  });

  test('that nothing names can be deleted, and its currency can change', () => {
    expect(linkedProblem('Silva', { quotes: 0, invoices: 0 })).toBeNull();
    expect(currencyProblem({ quotes: 0, invoices: 0 })).toBeNull();
    expect(currencyProblem({ quotes: 1, invoices: 0 })).toMatchObject({ field: 'customer.currency' });
  });
});

test.each([
  ['en-AU', 'en'],
  ['de-AT', 'de'],
  ['fr', 'fr'],
  ['es-ES', 'en'],
  ['', 'en'],
])('the locale %s is written in %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
  expect(languages).toContain(language);
});
