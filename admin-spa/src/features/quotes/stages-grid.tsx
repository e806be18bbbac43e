import { Button } from '@mantine/core';
import { stageProblem, stageTotals } from '@countersign/api/domain/stages';
import type { Totals } from '@countersign/api/domain/pricing';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Amount } from '../../ui/amount.tsx';
import { Icon } from '../../ui/icons.tsx';
import { required, share } from './field-problems.ts';
import { GridCell } from './grid-cell.tsx';
import styles from './grid.module.css';
import { tidyNumber } from './lines-grid.tsx';
import { liveTotals, type QuoteForm, stagePlans, stageShares } from './quote-form.ts';
import { RowButtons } from './row-buttons.tsx';

export function StagesGrid({ currency }: { currency: string }) {
  const { control } = useFormContext<QuoteForm>();
  const stages = useFieldArray({ control, name: 'stages' });
  return (
    <>
      <div className={`${styles.rows} ${styles.stages}`}>
        {stages.fields.map((stage, index) => (
          <div key={stage.id} role="group" aria-label={`Stage ${index + 1}`} className={styles.row}>
            <GridCell
              name={`stages.${index}.label`}
              label="Stage"
              check={required('What is it called?')}
              maxLength={100}
              placeholder="Deposit"
            />
            <GridCell
              name={`stages.${index}.share`}
              label="Share in %"
              check={share}
              tidy={tidyNumber}
              figure
            />
            <span className={styles.fixed}>{index === 0 ? 'On signing' : 'At milestone'}</span>
            <StageAmount index={index} currency={currency} />
            <RowButtons
              what={`stage ${index + 1}`}
              index={index}
              count={stages.fields.length}
              onMove={(to) => stages.move(index, to)}
              onRemove={() => stages.remove(index)}
            />
          </div>
        ))}
      </div>
      <div className={styles.foot}>
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="plus" size={14} />}
          disabled={stages.fields.length >= 12}
          onClick={() =>
            stages.append({ label: '', share: '' }, { focusName: `stages.${stages.fields.length}.label` })
          }
        >
          Add a stage
        </Button>
        {stagePlans.map((plan) => (
          <Button key={plan.label} size="xs" variant="subtle" onClick={() => stages.replace(plan.stages)}>
            {plan.label}
          </Button>
        ))}
        <PlanProblem currency={currency} />
      </div>
    </>
  );
}

function useWithout(currency: string): { form: QuoteForm; totals: Totals | null } {
  const { control, getValues } = useFormContext<QuoteForm>();
  useWatch({ control });
  const form = getValues();
  return { form, totals: liveTotals(form, currency)?.without ?? null };
}

function StageAmount({ index, currency }: { index: number; currency: string }) {
  const { form, totals } = useWithout(currency);
  const shares = stageShares(form);
  const known = totals && shares.some((stage) => stage.share > 0);
  const amount = known ? stageTotals(totals, shares)[index]?.gross : undefined;
  return (
    <div className={styles.amount}>
      <span className={styles.label}>Amount</span>
      {amount === undefined ? <span className="dim">–</span> : <Amount of={{ amount, currency }} />}
    </div>
  );
}

/** A draft may wait for its plan to add up; approval will not. */
function PlanProblem({ currency }: { currency: string }) {
  const { form, totals } = useWithout(currency);
  const problem = totals && totals.gross > 0 ? stageProblem(stageShares(form), totals) : null;
  return problem && <p className={styles.problem}>{problem}</p>;
}
