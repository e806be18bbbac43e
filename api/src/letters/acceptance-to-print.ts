import type { LocalDate } from '../domain/local-date.ts';
import type { Totals } from '../domain/pricing.ts';

export type AcceptanceToPrint = Readonly<{
  name: string;
  email: string;
  method: 'TYPED' | 'DRAWN';
  /** Each stroke is x1, y1, x2, y2, … in a field 1000 wide and 400 high; none for a typed name. */
  strokes: readonly (readonly number[])[];
  optionIds: readonly string[];
  /** What was agreed on; printed as it was stored, not computed again. */
  totals: Totals;
  signedAt: Date;
  /** That instant as a day in the company's time zone. */
  signedOn: LocalDate;
  evidenceHash: string;
  revisionHash: string;
  locale: string;
}>;
