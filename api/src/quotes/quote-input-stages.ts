import { hundredPercent } from '../domain/discount.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { firstProblem, textProblem } from '../domain/text-limits.ts';
import type { QuoteStageInput } from './quote-content.type.ts';
import { largestPrice, optionalRange } from './quote-input-rules.ts';

/** What is wrong with a stage. Whether all of them make a plan is asked by the approval. */
export function stageInputProblem(stage: QuoteStageInput, index: number): Refusal | null {
  const at = `stages.${index}`;
  return firstProblem([
    textProblem(`${at}.label`, stage.label, 100, 1),
    stage.percent != null && stage.amount != null
      ? refuse('INPUT_INVALID', 'A stage is a share or an amount, but not both.', `${at}.amount`)
      : null,
    optionalRange(`${at}.percent`, stage.percent, 1, hundredPercent),
    optionalRange(`${at}.amount`, stage.amount, 1, largestPrice),
    optionalRange(`${at}.paymentTermsDays`, stage.paymentTermsDays, 0, 365),
    stage.due === 'ON_DATE' ? null : undatedProblem(stage, at),
  ]);
}

/** What is wrong with a stage that waits for no day. */
function undatedProblem({ dueOn, autoIssue }: QuoteStageInput, at: string): Refusal | null {
  if (dueOn != null)
    return refuse('INPUT_INVALID', 'Only a stage that is invoiced on a day has one.', `${at}.dueOn`);
  if (autoIssue)
    return refuse('INPUT_INVALID', 'Only a stage with a day can be invoiced by itself.', `${at}.autoIssue`);
  return null;
}
