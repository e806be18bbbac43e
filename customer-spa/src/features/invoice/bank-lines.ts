export type BankLine = Readonly<{ label: string; value: string }>;

/** `BSB: 063-000` -> what it is called, and what has to be copied without it. */
export function bankLine(line: string): BankLine {
  const colon = line.indexOf(':');
  if (colon < 1) return { label: '', value: line.trim() };
  return { label: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() };
}
