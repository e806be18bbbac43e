/** Rows and cells of what was copied from a spreadsheet, or of a CSV text with quotes. */
export type Table = readonly (readonly string[])[];

/** Spreadsheets put tabs between cells. Without any it is what stands in each line equally often, `;` before `,`. */
function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const regular = [';', ','].find((sign) => {
    const counts = lines.map((line) => line.replaceAll(/"[^"]*"/g, '').split(sign).length - 1);
    return lines.length > 1 && (counts[0] ?? 0) > 0 && counts.every((count) => count === counts[0]);
  });
  return regular ?? '\t';
}

export function readTable(source: string): Table {
  const text = source.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '');
  const separator = separatorOf(text);
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (!quoted && sign === separator) endCell();
    else if (!quoted && sign === '\n') {
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  return rows.filter((row) => row.some((one) => one !== ''));
}

/** Whether a paste is more than text for one field. */
export const isTable = (text: string): boolean => /\t|\n/.test(text.trim());
