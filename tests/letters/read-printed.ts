import type { PrintedDocument, PrintedSection } from '../../api/src/letters/printed-document.ts';

export function section<K extends PrintedSection['kind']>(
  printed: PrintedDocument,
  kind: K,
  heading: string,
) {
  const found = printed.sections.find((one) => one.kind === kind && one.heading === heading);
  if (found === undefined) throw new Error(`no section ${heading}`);
  return found as Extract<PrintedSection, { kind: K }>;
}
export const cells = (printed: PrintedDocument, heading: string) =>
  section(printed, 'TABLE', heading).rows.map((row) => row.cells);
export const totals = (printed: PrintedDocument, heading: string) =>
  section(printed, 'TABLE', heading).totals.map(({ label, value }) => [label, value]);
export const fact = (printed: PrintedDocument, label: string) =>
  printed.facts.find((one) => one.label === label)?.value;
export const headings = (printed: PrintedDocument) => printed.sections.map((one) => one.heading);
