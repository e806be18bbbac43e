/**
 * What stands between the columns of a table: the sign that divides the most lines into the same number of columns. A comma in
 * "1.234,56" divides too, but seldom into as many columns on every line as the semicolons beside it.
 */

/** The signs that banks use, the surest first: nobody writes a tab into a text. */
export const separators = ['\t', ';', '|', ','] as const;

/** One of them. */
export type Separator = (typeof separators)[number];

/** The sign between the columns of this text. */
export function separatorOf(text: string): Separator {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .slice(0, 60)
    .filter((line) => line.trim() !== '');
  const scores = separators.map((separator) => {
    const counts = lines.map((line) => countOf(line, separator)).filter((count) => count > 0);
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return counts.filter((count) => count === usual).length * Math.min(usual, 3);
  });
  const best = Math.max(...scores);
  return separators[scores.indexOf(best)] ?? ',';
}

/** How often it stands outside of quotation marks. */
function countOf(line: string, separator: Separator): number {
  let count = 0;
  let inQuotes = false;
  for (const sign of line) {
    if (sign === '"') inQuotes = !inQuotes;
    else if (sign === separator && !inQuotes) count += 1;
  }
  return count;
}
