import { Button } from '@mantine/core';
import { Icon } from '../../../ui/icons.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useDesk, useForm } from './editor-store.ts';
import { liveFigures } from './live.ts';
import { PlanProblem } from './plan-problem.tsx';
import { blankStage, planNames, stagePlan } from './stage-plans.ts';
import { StageRow } from './stage-row.tsx';
import styles from './stages.module.css';
import { useRows } from './use-rows.ts';
import { withRows } from './rows.ts';

/** How what is charged once is invoiced, and what each part comes to. */
export function StagePlanPanel() {
  const { editor, currency } = useDesk();
  const stages = useForm((form) => form.stages);
  const live = useForm((form) => liveFigures(form, currency));
  const { acts, onKeyDown } = useRows(
    {
      list: 'stages',
      first: 'label',
      blank: (form) =>
        blankStage(form.stages.some((stage) => stage.kind === 'REMAINDER') ? 'PERCENT' : 'REMAINDER'),
    },
    (stage) => stage.label.trim() === '' && stage.value.trim() === '',
  );
  return (
    <Panel title="Payment stages" flush>
      <div className={styles.rows} data-rows="stages" onKeyDown={onKeyDown}>
        {stages.map((stage, index) => (
          <StageRow
            key={stage.id}
            stage={stage}
            index={index}
            isLast={index === stages.length - 1}
            amount={live?.stages[index]?.gross ?? null}
            acts={acts}
          />
        ))}
      </div>
      <PlanProblem />
      <div className={styles.foot}>
        <Button
          size="xs"
          variant="default"
          data-field="stages.add"
          disabled={stages.length >= 12}
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => acts.add(null)}
        >
          Add a stage
        </Button>
        <span className={styles.plans} role="group" aria-label="Usual plans">
          {planNames.map((name) => (
            <Button
              key={name}
              size="compact-sm"
              variant="subtle"
              onClick={() =>
                editor.change(`the plan “${name}”`, (form) => withRows(form, 'stages', stagePlan(name)))
              }
            >
              {name}
            </Button>
          ))}
        </span>
        {stages.length === 0 && <p className="dim">A quote of which everything recurs needs none.</p>}
      </div>
    </Panel>
  );
}
