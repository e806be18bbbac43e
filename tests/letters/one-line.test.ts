import { describe, expect, it } from 'vitest';
import { oneLine, withoutControls } from '../../api/src/letters/one-line.ts';

describe('oneLine', () => {
  it('makes one line of many', () => {
    expect(oneLine(' a\r\nBcc: x\u2028b\u0085c\td ')).toBe('a Bcc: x b c d');
  });

  it('drops what cannot be seen and what turns text around', () => {
    expect(oneLine('a\u0000b\u001b[31m\u202ec\u2066d\ufeff')).toBe('ab[31mcd');
  });

  it('keeps joiners, which emoji and many scripts need', () => {
    expect(oneLine('👨\u200d👩')).toBe('👨\u200d👩');
  });
});

describe('withoutControls', () => {
  it('keeps line breaks, however they are written', () => {
    expect(withoutControls('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
  });

  it('composes letters and their accents', () => {
    expect(withoutControls('e\u0301')).toBe('é');
  });
});
