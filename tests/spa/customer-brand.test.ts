import { describe, expect, it } from 'vitest';
import { brandColours } from '../../customer-spa/src/ui/brand-colours.ts';

const grounds = { day: ['#f6f5f1', '#fffefb'], night: ['#131614', '#1b1f1c'] } as const;

/** WCAG 2, written out once more: the page must not be its own judge. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return Math.max(a, b) / Math.min(a, b);
}

const all = Array.from({ length: 6 ** 3 }, (_, k) =>
  [k % 6, Math.floor(k / 6) % 6, Math.floor(k / 36)].reduce(
    (hex, part) => hex + (part * 51).toString(16).padStart(2, '0'),
    '#',
  ),
);

describe('the colour of a company', () => {
  it.each(['day', 'night'] as const)('can be read by %s, whatever it is', (time) => {
    const poor = all.flatMap((colour) => {
      const { accent, strong, on, tint } = brandColours(colour)?.[time] ?? {
        accent: '',
        strong: '',
        on: '',
        tint: '',
      };
      const pairs = [...grounds[time], tint].map((ground) => contrast(accent, ground));
      pairs.push(contrast(on, accent), contrast(on, strong), contrast(strong, tint));
      return Math.min(...pairs) < 4.5 ? [`${colour}: ${pairs.map((n) => n.toFixed(2)).join(' ')}`] : [];
    });
    expect(poor).toEqual([]);
  });

  it('stays what it is where it can be read already', () => {
    expect(brandColours('#1d5a49')?.day.accent).toBe('#1d5a49');
  });

  it('is left to the page when it is none', () => {
    for (const colour of ['', 'red', '#12345', '#12345g', '#1234567'])
      expect(brandColours(colour)).toBeNull();
  });
});
