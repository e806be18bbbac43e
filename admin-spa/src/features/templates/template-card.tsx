import { Button } from '@mantine/core';
import { graphql } from '../../gql/gql.ts';
import type { TemplateCardFragment } from '../../gql/graphql.ts';
import { useMay } from '../../session.ts';
import { Instant } from '../../ui/day.tsx';
import { TemplateMenu } from './template-menu.tsx';
import styles from './template-card.module.css';

graphql(`
  fragment TemplateCard on QuoteTemplate {
    id
    version
    name
    description
    trade
    title
    currency
    lineCount
    optionCount
    archivedAt
    updatedAt
  }
`);

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

type Props = { template: TemplateCardFragment; onUse: () => void; onRename: () => void };

export function TemplateCard({ template, onUse, onRename }: Props) {
  const writes = useMay('WRITE_QUOTES');
  const { name, description, trade, lineCount, optionCount, archivedAt } = template;
  const heading = `template-${template.id}`;
  return (
    <li className={styles.card} aria-labelledby={heading}>
      <div className={styles.top}>
        <span className={styles.trade}>{trade || 'Template'}</span>
        {writes && <TemplateMenu template={template} onRename={onRename} />}
      </div>
      <h2 id={heading}>{name}</h2>
      <p className={styles.what}>{description}</p>
      <p className={styles.facts}>
        {counted(lineCount, 'line')}, {counted(optionCount, 'option')}, {template.currency}
        <br />
        Changed <Instant at={template.updatedAt} dayOnly />
      </p>
      {writes && !archivedAt && (
        <Button variant="default" onClick={onUse} aria-describedby={heading}>
          Use it for a quote
        </Button>
      )}
    </li>
  );
}
