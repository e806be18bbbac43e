/**
 * Whether a payer's words name an invoice. `INV-2026-0042` is named exactly by `inv 2026 0042` and `Invoice INV20260042, thanks`;
 * nearly by `2026-0042`, `INV-2026-42`, `invoice 42` and, with one slip of the finger, by `INV-2026-0024` or `INV-2026-00421`.
 */

/** How well a number is named. */
export type Mention = 'EXACT' | 'CLOSE';

/** What stands before a number when people leave its beginning out. */
const announced = '(?:inv(?:oice)?|rechnung|rechn|rgnr|rnr|rg|re|facture|fact|nr|no|number|#)[^a-z0-9]{0,5}';
const apart = '[^a-z0-9]{0,3}';
const noMore = '(?![0-9])';

type Pattern = Readonly<{ exact: RegExp; series: RegExp; close: RegExp | null; key: string }>;

/** Making them costs more than using them, and a page of lines asks for the same numbers again and again. */
const patterns = new Map<string, Pattern>();
const mostPatterns = 5_000;

function patternOf(number: string): Pattern {
  const made = patterns.get(number);
  if (made !== undefined) return made;
  const parts = number
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
  const serial = /\d+$/.exec(parts.at(-1) ?? '')?.[0] ?? '';
  const short = `0*${serial.replace(/^0+/, '')}${noMore}`;
  const year = parts.slice(0, -1).findLast((part) => /^\d{4}$/.test(part));
  const nearly = [
    ...(parts.length > 1 ? [`${parts.slice(0, -1).join(apart)}${apart}${short}`] : []),
    ...(year === undefined ? [] : [`(?<![0-9])${year}${apart}${short}`]),
    `(?<![a-z])${announced}${short}`,
    ...(serial.length >= 4 ? [`(?<![a-z0-9])${serial}(?![a-z0-9])`] : []),
  ];
  const pattern = {
    exact: new RegExp(`(?<![0-9])${parts.join(apart)}${noMore}`),
    series: new RegExp(`(?<![a-z0-9])${parts.slice(0, -1).join(apart)}${apart}\\d+`),
    close: serial.replace(/^0+/, '') === '' ? null : new RegExp(nearly.join('|')),
    key: parts.join(''),
  };
  if (patterns.size >= mostPatterns) patterns.clear();
  patterns.set(number, pattern);
  return pattern;
}

/** How well the words name the number; null when they do not. */
export function mentionOf(words: string, number: string): Mention | null {
  const text = words.toLowerCase();
  const { exact, close, key } = patternOf(number);
  if (exact.test(text)) return 'EXACT';
  return (close?.test(text) ?? false) || hasSlip(text, key) ? 'CLOSE' : null;
}

/** Whether the words name a number of the same series that is another one: `INV-2026-0099` where INV-2026-0042 is meant. */
export const namesAnother = (words: string, number: string): boolean =>
  mentionOf(words, number) !== 'EXACT' && patternOf(number).series.test(words.toLowerCase());

/** Whether a word of the text, or two or three that belong together, is the number with one slip. Short numbers have too many. */
function hasSlip(text: string, key: string): boolean {
  if (key.length < 8) return false;
  const words = text.split(/[^a-z0-9]+/).filter((word) => word !== '');
  return words.some((_, from) =>
    [1, 2, 3].some((count) => {
      const joined = words.slice(from, from + count).join('');
      return Math.abs(joined.length - key.length) <= 1 && joined !== key && isOneSlip(joined, key);
    }),
  );
}

/** One character wrong, left out or too much, or two beside each other exchanged. */
export function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  const shortRest = short.slice(from);
  const longRest = long.slice(from);
  if (short.length < long.length) return shortRest === longRest.slice(1);
  const swapped = `${longRest[1] ?? ''}${longRest[0] ?? ''}${longRest.slice(2)}`;
  return shortRest.slice(1) === longRest.slice(1) || (longRest.length > 1 && shortRest === swapped);
}

/** Every number that the words could mean as the n-th invoice of a year: `INV-2026-0042` gives 42, and 2026 too. */
export function serialsIn(words: string): number[] {
  const runs = words.slice(0, 1000).match(/\d{1,20}/g) ?? [];
  const found = runs.flatMap((run) => [run, ...(/^20\d{2}\d{1,8}$/.test(run) ? [run.slice(4)] : [])]);
  const serials = found.map(Number).filter((serial) => serial > 0 && serial < 10_000_000);
  return [...new Set(serials)].slice(0, 20);
}
