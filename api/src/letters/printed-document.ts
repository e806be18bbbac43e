import type { LocalDate } from '../domain/local-date.ts';
import type { RichText } from '../domain/rich-text.ts';
import type { PrintedColours } from './colours.ts';

// What goes on paper, already in words: every amount, day and rate is formatted text here, so that the renderer
// decides nothing but where things stand. Plain JSON, because it travels to the process that makes the PDF.

type PrintedKind =
  | 'QUOTE'
  | 'SIGNED_QUOTE'
  | 'INVOICE'
  | 'RECEIPT'
  | 'CREDIT_NOTE'
  | 'STATEMENT'
  | 'PAYMENT_LOG';

export type PrintedFact = Readonly<{ label: string; value: string }>;

export type PrintedParty = Readonly<{ label: string; name: string; lines: readonly string[] }>;

export type PrintedStatus = Readonly<{ label: string; tone: 'NEUTRAL' | 'GOOD' | 'BAD' }>;

/** The one figure that the reader looks for. */
type PrintedHighlight = Readonly<{ label: string; value: string; note: string }>;

type PrintedColumn = Readonly<{ label: string; align: 'START' | 'END'; grows: boolean; isTax?: boolean }>;

/** One cell per column; the note stands small under the first cell. A group is one cell over all columns, above its rows. */
export type PrintedRow = Readonly<{ cells: readonly string[]; note: string; isGroup?: boolean }>;

export type PrintedTotal = Readonly<{ label: string; value: string; weight: 'PLAIN' | 'STRONG' }>;

type PrintedText = Readonly<{ kind: 'TEXT'; heading: string; blocks: RichText }>;

export type PrintedTable = Readonly<{
  kind: 'TABLE';
  heading: string;
  columns: readonly PrintedColumn[];
  rows: readonly PrintedRow[];
  totals: readonly PrintedTotal[];
  note: string;
}>;

type PrintedFacts = Readonly<{
  kind: 'FACTS';
  heading: string;
  intro: string;
  facts: readonly PrintedFact[];
  /** A code to scan, beside the facts. */
  code?: PrintedCode;
}>;

/** One path, black on white, in a square of `size`; `millimetres` is the side on paper, `label` what a screen reader says. */
export type PrintedCode = Readonly<{
  path: string;
  size: number;
  millimetres: number;
  label: string;
  caption: string;
}>;

type PrintedSignature = Readonly<{
  kind: 'SIGNATURE';
  heading: string;
  consent: string;
  name: string;
  /** Each stroke is x1, y1, x2, y2, … in a field 1000 wide and 400 high; none for a typed name. */
  strokes: readonly (readonly number[])[];
  /** What a screen reader says in place of the drawing. */
  drawingLabel: string;
  facts: readonly PrintedFact[];
}>;

/** On a page of its own, at the end. */
type PrintedCertificate = Readonly<{
  kind: 'CERTIFICATE';
  heading: string;
  intro: string;
  facts: readonly PrintedFact[];
  /** Hashes and keys, in a typeface in which no two signs look alike. */
  fingerprints: readonly PrintedFact[];
  /** A heading and a paragraph each. */
  notes: readonly PrintedFact[];
}>;

export type PrintedSection =
  | PrintedText
  | PrintedTable
  | PrintedFacts
  | PrintedSignature
  | PrintedCertificate;

export type PrintedDocument = Readonly<{
  kind: PrintedKind;
  /** BCP 47, for hyphens, quotation marks and screen readers. */
  language: string;
  /** What the document calls itself: `Quote`, `Tax invoice`. */
  heading: string;
  title: string;
  number: string;
  /** Stands in the file as its date of creation: the clock must not, or no two files would be the same. */
  date: LocalDate;
  status: PrintedStatus | null;
  /** Large and pale across every page: `DRAFT`; nothing on what counts. */
  watermark: string;
  colours: PrintedColours;
  /** The bytes of a PNG, JPEG, WebP or GIF. */
  logo: Uint8Array | null;
  company: PrintedParty;
  client: PrintedParty;
  facts: readonly PrintedFact[];
  highlight: PrintedHighlight | null;
  sections: readonly PrintedSection[];
  footer: readonly string[];
  /** `Page {page} of {pages}`: the renderer knows the numbers. */
  pageLabel: string;
}>;
