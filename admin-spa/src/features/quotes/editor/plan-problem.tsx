import { stageProblem } from '@countersign/api/domain/stages';
import { useDeferredValue } from 'react';
import { useDesk, useForm } from './editor-store.ts';
import { lowest, plannedStage, pricedQuote } from './live.ts';
import styles from './stages.module.css';

/** Why the plan does not fit the price. A draft may wait for it; approval does not. */
export function PlanProblem() {
  const { currency } = useDesk();
  const form = useDeferredValue(useForm((now) => now));
  const quote = pricedQuote(form, currency);
  const least = lowest(form, currency);
  const problem =
    least && quote.lines.length + quote.options.length > 0
      ? stageProblem(
          form.stages.map((stage) => plannedStage(stage, currency)),
          least,
        )
      : null;
  return (
    <p className={styles.planProblem} role="status">
      {problem}
    </p>
  );
}
