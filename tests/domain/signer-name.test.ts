import { expect, test } from 'vitest';
import { readSignerName } from '../../api/src/domain/signer-name.ts';

test.each([
  ['Ana Silva', 'Ana Silva'],
  ['  Ana Silva \t', 'Ana Silva'],
  ['Si\u0301lva', 'S\u00edlva'],
  ['X', 'X'],
  ['李小龍', '李小龍'],
  ['\u{20bb7}野家', '\u{20bb7}野家'],
  ['محمد علي', 'محمد علي'],
  ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
  ["O'Brien-Smith, Jr.", "O'Brien-Smith, Jr."],
  ['<b>Ana</b>', '<b>Ana</b>'],
])('%j signs as %j', (typed, name) => {
  expect(readSignerName(typed)).toBe(name);
});

test.each([
  ['nothing', ''],
  ['spaces', ' \u00a0\u3000'],
  ['zero-width characters', '\u200b\u200d\ufeff'],
  ['a Hangul filler', '\u3164'],
  ['a blank of Braille', '\u2800'],
  ['a lone accent', '\u0301'],
  ['a line break', 'Ana\nSilva'],
  ['a null', 'Ana\u0000'],
  ['a C1 control', 'Ana\u0085Silva'],
  ['a line separator', 'Ana\u2028Silva'],
  ['an override of direction', 'Ana\u202eavliS'],
  ['an isolate of direction', 'Ana\u2066x'],
  ['half a character', 'Ana\ud800'],
])('a name with only or with %s does not', (_, typed) => {
  expect(readSignerName(typed)).toBeNull();
});

test('500 characters sign and 501 do not, counted as people count', () => {
  expect(readSignerName('a'.repeat(500))).toHaveLength(500);
  expect(readSignerName('a'.repeat(501))).toBeNull();
  expect(readSignerName('\u{20bb7}'.repeat(500))).not.toBeNull();
  expect(readSignerName('e\u0301'.repeat(500))).toBe('\u00e9'.repeat(500));
  expect(readSignerName('a'.repeat(10_000_000))).toBeNull();
});
