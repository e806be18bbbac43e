import type { AgreedTerms } from '../domain/invoice.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { firstProblem, rangeProblem, textProblem } from '../domain/text-limits.ts';
import type { StaffActor } from '../staff/require.ts';

type Wished = { paymentTermsDays?: number | null; termsNote?: string | null };

/** The agreed exception from the usual terms with who noted it, null when there is none, or what is wrong with it. */
export function agreedTerms(
  { paymentTermsDays, termsNote }: Wished,
  staff: StaffActor,
  at = '',
): AgreedTerms | null | Refusal {
  const note = termsNote?.trim() ?? '';
  if (paymentTermsDays == null && note === '') return null;
  if (paymentTermsDays == null)
    return refuse('INPUT_INVALID', 'Please say how many days were agreed.', `${at}paymentTermsDays`);
  const problem = firstProblem([
    rangeProblem(`${at}paymentTermsDays`, paymentTermsDays, 0, 365),
    textProblem(`${at}termsNote`, note, 500, 1),
  ]);
  return problem ?? { days: paymentTermsDays, note: `${note} (${staff.name})` };
}
