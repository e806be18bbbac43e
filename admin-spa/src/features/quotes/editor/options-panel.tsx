import { useMemo } from 'react';
import { Panel } from '../../../ui/page.tsx';
import { useForm } from './editor-store.ts';
import { OptionBlock } from './option-block.tsx';
import { blocksOf } from './option-groups.ts';
import { OptionsFoot } from './options-foot.tsx';
import { useRates } from './tax-cell.tsx';

/** A plain option is one row. Groups, quantities and rules are there when somebody asks for them. */
export function OptionsPanel() {
  const groups = useForm((form) => form.groups);
  const options = useForm((form) => form.options);
  const rates = useRates();
  const blocks = useMemo(() => blocksOf({ groups, options }), [groups, options]);
  return (
    <Panel title="Options" flush>
      {blocks.map((block) => (
        <OptionBlock
          key={block.group?.id ?? 'single'}
          group={block.group}
          options={block.options}
          rates={rates}
        />
      ))}
      <OptionsFoot />
    </Panel>
  );
}
