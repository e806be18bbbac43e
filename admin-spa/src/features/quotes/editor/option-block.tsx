import { blankOption, isBlankOption } from './blank-rows.ts';
import { useDesk } from './editor-store.ts';
import { GroupHead } from './group-head.tsx';
import styles from './options.module.css';
import { neighbour } from './option-groups.ts';
import { OptionRow } from './option-row.tsx';
import type { GroupEntry, OptionEntry } from './quote-form.ts';
import { useRows } from './use-rows.ts';

type Props = { group: GroupEntry | null; options: readonly OptionEntry[]; rates: string };

/** Options that stand together: those of a group under its heading, or those without one. */
export function OptionBlock({ group, options, rates }: Props) {
  const { defaultTax } = useDesk();
  const groupId = group?.id ?? null;
  const { acts, onKeyDown } = useRows(
    {
      list: 'options',
      first: 'title',
      neighbour,
      blank: (form, after) => {
        const before = form.options.find((option) => option.id === after) ?? form.options.at(-1);
        return blankOption(before?.tax ?? defaultTax, groupId);
      },
    },
    isBlankOption,
  );
  return (
    <div className={styles.block} data-grouped={group !== null}>
      {group && <GroupHead group={group} onAdd={() => acts.add(null)} />}
      <div className={styles.rows} data-rows="options" onKeyDown={onKeyDown}>
        {options.map((option, index) => (
          <OptionRow
            key={option.id}
            option={option}
            isFirst={index === 0}
            isLast={index === options.length - 1}
            rates={rates}
            acts={acts}
          />
        ))}
      </div>
    </div>
  );
}
