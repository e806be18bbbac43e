import fc from 'fast-check';
import { expect, test } from 'vitest';
import { erasedWord, textWithoutWords, withoutWords } from '../../api/src/domain/erased-words.ts';
import { cases } from './arbitraries.ts';

test('EV-07: a record keeps its shape, its ids, days and amounts, and loses its words', () => {
  const record = {
    number: 'QT-CLIENT7-0001-1',
    title: 'Dentures for Ana Silva',
    company: { name: 'Harbour & Pine', email: 'hello@harbourpine.example' },
    customer: {
      name: 'Ana Silva',
      email: 'ana@silvadental.example',
      address: ['3 King Street'],
      language: 'en',
    },
    lines: [
      { id: 'line-1', description: 'Dentures', quantity: 2_000, unitPrice: 9_000, taxTreatment: 'STANDARD' },
    ],
    scope: [{ kind: 'PARAGRAPH', level: 0, spans: [{ text: 'For Ana', bold: false }] }],
    strokes: [[1, 2]],
    effectiveDate: '2026-12-01',
    discount: null,
  };
  expect(withoutWords(record)).toEqual({
    ...record,
    title: erasedWord,
    customer: { name: erasedWord, email: '', address: [], language: 'en' },
    lines: [{ ...record.lines[0], description: erasedWord }],
    scope: [],
    strokes: [],
  });
});

const word = 'quagmire';
const shapes = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(word),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('title', 'name', 'text', 'lines', 'anything'), tie('value')),
  ),
}));

test('EV-07: whatever the shape, no word is left, no number is changed, and twice is as once', () => {
  fc.assert(
    fc.property(shapes.value, (value) => {
      const text = textWithoutWords(JSON.stringify(value));
      expect(text).not.toContain(word);
      expect(textWithoutWords(text)).toBe(text);
      expect(numbersIn(text)).toEqual(numbersIn(JSON.stringify(value)));
    }),
    cases(),
  );
});

const numbersIn = (json: string): string[] => json.match(/-?\d+/g) ?? [];
