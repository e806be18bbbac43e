import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../api/src/adapters/pdf/font-coverage.ts';
import { printable, unprintable } from '../../api/src/adapters/pdf/printable.ts';
import { printQuote } from '../../api/src/letters/print-quote.ts';
import { aSnapshot, openQuote } from './samples.ts';

const folder = new URL('../../api/assets/fonts/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.ttf'));
const covers = coverageOf(files.map((file) => readFileSync(new URL(file, folder))));

const letter = (title: string) => printQuote(aSnapshot({ title }), openQuote);
const titleOf = (title: string) => printable(letter(title), covers).title;

describe('the fonts of letters', () => {
  it.each([
    'Äöüß',
    'Ελληνικά',
    'Кириллица',
    'Tiếng Việt',
    'Şığ Łódź',
    'مرحبا',
    'שלום',
    'สวัสดี',
    'नमस्ते',
    'বাংলা தமிழ் తెలుగు ಕನ್ನಡ മലയാളം',
    '日本語 カタカナ 简体 繁體',
    '한국어',
    'ქართული Հայերեն አማርኛ',
    '€£¥₹😀',
    '–—…“”•',
    '\u00a0x',
  ])('have every character of %s', (text) => {
    expect(titleOf(text)).toBe(text);
  });

  it('have no hieroglyphs', () => {
    expect(covers('𓀀'.codePointAt(0) ?? 0)).toBe(false);
  });
});

describe('printable', () => {
  it('leaves a letter alone that its fonts can draw', () => {
    expect(printable(letter('Website migration'), covers)).toEqual(letter('Website migration'));
  });

  it('puts one mark for each character that is missing and says so at the end', () => {
    const shown = printable(letter('𓀀𓀁 A👨‍👩‍👧‍👦'), covers);
    expect(shown.title).toBe('\ufffd\ufffd A\ufffd');
    expect(shown.sections.at(-1)).toMatchObject({
      kind: 'TEXT',
      blocks: [{ spans: [{ text: expect.stringContaining('fonts of this document do not have') }] }],
    });
  });

  it('drops an accent that no font has, and not its letter', () => {
    expect(titleOf('a\u{1ab2}b')).toBe('ab');
  });

  it('drops control characters', () => {
    expect(titleOf('a\u0007\u202eb')).toBe('ab');
  });

  it('tells what is missing, each character once, before anybody is sent it', () => {
    expect(unprintable('Ana 𓀀 and 𓀀, 日本', covers)).toEqual(['𓀀']);
    expect(unprintable('Ana Silva', covers)).toEqual([]);
  });

  it('leaves a picture as it is', () => {
    const logo = new Uint8Array([1, 2, 3]);
    expect(printable({ ...letter('𓀀'), logo }, covers).logo).toBe(logo);
  });
});
