/*
 * A company chooses one colour, and pages need four: for links and buttons, for the text on them, and each for day and
 * night. The colour is darkened or lightened until text in it can be read on every ground of the page (4.5:1 and more).
 */

type Rgb = readonly [number, number, number];
type Time = Readonly<{ sheet: Rgb; on: Rgb; step: (value: number) => number }>;

export type Accent = Readonly<{ accent: string; strong: string; on: string; tint: string }>;

const day: Time = { sheet: [255, 254, 251], on: [255, 255, 255], step: (value) => value * 0.96 };
// more than it adds it multiplies, so that a green becomes a lighter green and not a grey
const night: Time = {
  sheet: [27, 31, 28],
  on: [16, 18, 16],
  step: (value) => Math.min(255, value * 1.06 + 3),
};
const readable = 5.5;

/** The colours for day and night; null for what is no colour, so that the page keeps its own. */
export function brandColours(hex: string): Readonly<{ day: Accent; night: Accent }> | null {
  const [, red, green, blue] = /^#(..)(..)(..)$/.exec(hex) ?? [];
  const brand: Rgb = [Number(`0x${red}`), Number(`0x${green}`), Number(`0x${blue}`)];
  return brand.every(Number.isFinite) ? { day: accentAt(brand, day), night: accentAt(brand, night) } : null;
}

function accentAt(brand: Rgb, { sheet, on, step }: Time): Accent {
  const further = ([red, green, blue]: Rgb): Rgb => [step(red), step(green), step(blue)];
  const tint = (accent: Rgb) => mix(sheet, accent, 0.1);
  let accent = brand;
  for (let k = 0; k < 80 && contrast(accent, tint(accent)) < readable; k += 1) accent = further(accent);
  let strong = accent;
  for (let k = 0; k < 6; k += 1) strong = further(strong);
  return { accent: text(accent), strong: text(strong), on: text(on), tint: text(tint(accent)) };
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

/** WCAG 2: the relative luminances, each lifted by 0.05, as a ratio. */
function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(a, b) / Math.min(a, b);
}

const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

const linear = (value: number): number =>
  value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;

const text = (rgb: Rgb): string =>
  `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
