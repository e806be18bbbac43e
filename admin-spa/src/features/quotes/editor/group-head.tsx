import { Button } from '@mantine/core';
import { useId } from 'react';
import { Icon } from '../../../ui/icons.tsx';
import { Cell, SelectCell } from './cell.tsx';
import { groupProblems } from './checks.ts';
import { setCell, useDesk, useForm } from './editor-store.ts';
import { boundsOf, type GroupRule, groupRules, ruleOf } from './option-groups.ts';
import styles from './options.module.css';
import type { GroupEntry } from './quote-form.ts';
import { RowName } from './row-name.tsx';
import { RowTools } from './row-tools.tsx';
import { useRows } from './use-rows.ts';
import { blankGroup } from './blank-rows.ts';

const rules = Object.entries(groupRules) as [GroupRule, string][];
const isRule = (text: string): text is GroupRule => Object.hasOwn(groupRules, text);

/** What is to be chosen in a group, and how many. */
export function GroupHead({ group, onAdd }: { group: GroupEntry; onAdd: () => void }) {
  const { editor } = useDesk();
  const index = useForm((form) => form.groups.indexOf(group));
  const count = useForm((form) => form.groups.length);
  const { acts, onKeyDown } = useRows({ list: 'groups', first: 'title', blank: blankGroup }, () => false);
  const nameId = useId();
  const problem = groupProblems(group)['title'];
  const rule = ruleOf(group);
  const at = (column: keyof GroupEntry | 'rule') => `groups.${group.id}.${column}`;
  const set = (patch: Partial<GroupEntry>) => setCell(editor, 'groups', group.id, patch);
  return (
    <div
      role="group"
      aria-labelledby={nameId}
      className={styles.group}
      onKeyDown={(event) => event.key !== 'Enter' && onKeyDown(event)}
    >
      <RowName id={nameId} list="groups" row={group.id} />
      <Cell
        field={at('title')}
        area="words"
        label="What is to be chosen"
        value={group.title}
        onType={(title) => set({ title })}
        problem={problem}
        maxLength={200}
        placeholder="Choose your care plan"
      />
      <SelectCell
        field={at('rule')}
        area="rule"
        label="How many"
        value={rule}
        choices={rules}
        onChoose={(next) =>
          isRule(next) &&
          editor.change('the rule of a choice', (form) => ({
            ...form,
            groups: form.groups.map((one) => (one.id === group.id ? { ...one, ...boundsOf[next] } : one)),
          }))
        }
      />
      <RowTools
        id={group.id}
        nameId={nameId}
        acts={acts}
        isFirst={index === 0}
        isLast={index === count - 1}
        canCopy={false}
      />
      {rule === 'RANGE' && <GroupRange group={group} />}
      <div className={styles.about} data-area="about">
        <Cell
          field={at('description')}
          label="A sentence about the choice"
          value={group.description}
          onType={(description) => set({ description })}
          maxLength={2000}
          placeholder="A sentence for the customer, if it helps"
        />
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<Icon name="plus" size={13} />}
          onClick={onAdd}
        >
          Option in this choice
        </Button>
      </div>
    </div>
  );
}

/** A number of them: at least, and at most. */
function GroupRange({ group }: { group: GroupEntry }) {
  const { editor } = useDesk();
  const problems = groupProblems(group);
  const set = (patch: Partial<GroupEntry>) => setCell(editor, 'groups', group.id, patch);
  return (
    <div className={styles.range} data-area="range">
      <Cell
        field={`groups.${group.id}.min`}
        label="At least"
        value={group.min}
        onType={(min) => set({ min })}
        problem={problems['min']}
        figure
      />
      <Cell
        field={`groups.${group.id}.max`}
        label="At most"
        value={group.max}
        onType={(max) => set({ max })}
        problem={problems['max']}
        figure
        placeholder="all"
      />
    </div>
  );
}
