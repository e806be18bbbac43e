/** A company's colour as paper needs it: `fill` for areas, `onFill` for text on them, `ink` for text and lines on white. */
export type PrintedColours = Readonly<{ fill: string; onFill: string; ink: string }>;

type Rgb = readonly [number, number, number];

const fallback = '#1d5a49';
/** Contrast that WCAG 2.2 asks of text (1.4.3). */
const readable = 4.5;

/** Whatever the colour is, what is written in it or on it can be read. */
export function coloursOf(colour: string): PrintedColours {
  const fill = /^#[\da-f]{6}$/iu.test(colour) ? colour.toLowerCase() : fallback;
  const rgb = rgbOf(fill);
  const light = lightOf(rgb);
  const onFill = contrast(light, 1) >= contrast(light, 0) ? '#ffffff' : '#000000';
  return { fill, onFill, ink: hexOf(darkened(rgb)) };
}

/** The colour itself, or the lightest of its shades that is readable on white. */
function darkened(rgb: Rgb): Rgb {
  let shade = rgb;
  for (let left = 95; left >= 0 && contrast(lightOf(shade), 1) < readable; left -= 5)
    shade = [rgb[0] * (left / 100), rgb[1] * (left / 100), rgb[2] * (left / 100)];
  return shade;
}

const contrast = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

const lightOf = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

const linear = (part: number): number =>
  part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;

const rgbOf = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

const hexOf = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
