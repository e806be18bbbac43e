import { graphql } from '../../../gql/gql.ts';
import type { StartTemplateFragment } from '../../../gql/graphql.ts';
import { Panel } from '../../../ui/page.tsx';
import styles from './start.module.css';

graphql(`
  fragment StartTemplate on QuoteTemplate {
    id
    name
    description
    trade
    title
    currency
    lineCount
    optionCount
  }
`);

type Props = {
  templates: readonly StartTemplateFragment[];
  chosen: StartTemplateFragment | null;
  onChoose: (template: StartTemplateFragment | null) => void;
};

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** A blank sheet, or what somebody has thought through before. */
export function TemplateChoice({ templates, chosen, onChoose }: Props) {
  return (
    <Panel title="From what">
      <fieldset className={styles.choices}>
        <legend className="unseen">What the quote begins with</legend>
        <label className={styles.choice}>
          <input type="radio" name="template" checked={chosen === null} onChange={() => onChoose(null)} />
          <strong>A blank sheet</strong>
          <span className="dim">Your terms are on it, nothing else.</span>
        </label>
        {templates.map((template) => (
          <label key={template.id} className={styles.choice}>
            <input
              type="radio"
              name="template"
              checked={chosen?.id === template.id}
              onChange={() => onChoose(template)}
            />
            <strong>{template.name}</strong>
            {template.description !== '' && <span>{template.description}</span>}
            <span className="dim">
              {template.trade !== '' && `${template.trade}, `}
              {counted(template.lineCount, 'line')}, {counted(template.optionCount, 'option')},{' '}
              {template.currency}
            </span>
          </label>
        ))}
      </fieldset>
    </Panel>
  );
}
