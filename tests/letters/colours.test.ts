import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coloursOf } from '../../api/src/letters/colours.ts';

const light = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, bright = 0] = [light(one), light(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};
const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the colours of a letter', () => {
  it('write white on dark and black on bright', () => {
    expect(coloursOf('#17504a')).toEqual({ fill: '#17504a', onFill: '#ffffff', ink: '#17504a' });
    expect(coloursOf('#FFD400')).toMatchObject({ fill: '#ffd400', onFill: '#000000' });
  });

  it('can be read, whatever a company chose', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { fill, onFill, ink } = coloursOf(colour);
        expect(fill).toBe(colour);
        expect(contrast(fill, onFill)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(ink, '#ffffff')).toBeGreaterThanOrEqual(4.4);
      }),
    );
  });

  it.each(['', 'red', '#123', '#12345g', '#1234567'])('fall back where %j is no colour', (colour) => {
    expect(coloursOf(colour).fill).toBe('#1d5a49');
  });
});
