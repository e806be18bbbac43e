import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { MarkdownText } from '../../../ui/markdown-text.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useProblem } from './cell.tsx';
import { useDetail } from './editor-store.ts';
import styles from './editor.module.css';

type Props = {
  name: 'scope' | 'terms';
  title: string;
  label: string;
  max: number;
  rows: number;
  placeholder: string;
};

const views = [
  { value: 'write', label: 'Write' },
  { value: 'read', label: 'Preview' },
];

/** A text in Markdown, and how it reads. */
export function WordsPanel({ name, title, label, max, rows, placeholder }: Props) {
  const [view, setView] = useState('write');
  const [value, set] = useDetail(name);
  const { shown } = useProblem(name, undefined);
  return (
    <Panel
      title={title}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={`View of ${label}`}
          data={views}
          value={view}
          onChange={setView}
        />
      }
    >
      {view === 'write' ? (
        <Textarea
          aria-label={label}
          data-field={name}
          maxLength={max}
          autosize
          minRows={rows}
          maxRows={24}
          value={value}
          error={shown}
          placeholder={placeholder}
          description="Markdown: ## heading, **bold**, - list"
          inputWrapperOrder={['input', 'description', 'error']}
          onChange={(event) => set(event.currentTarget.value, `a change of “${label}”`)}
        />
      ) : (
        <div className={styles.read}>
          {value.trim() === '' ? <p className="dim">Nothing yet.</p> : <MarkdownText source={value} />}
        </div>
      )}
    </Panel>
  );
}
