import { graphql } from '../../gql/gql.ts';
import type { QuoteOptionsFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { useFormat } from '../../ui/format.ts';
import { RecordTable } from '../../ui/record-table.tsx';
import { Status } from '../../ui/status.tsx';
import styles from './quote-content.module.css';

graphql(`
  fragment QuoteOptions on Quote {
    options {
      id
      title
      description
      price {
        amount
        currency
      }
      taxRate
      preselected
      chosen
    }
  }
`);

type Option = QuoteOptionsFragment['options'][number];

export function QuoteOptions({ quote }: { quote: QuoteOptionsFragment }) {
  const format = useFormat();
  if (quote.options.length === 0) return null;
  return (
    <div className={styles.options}>
      <RecordTable
        caption="What the customer may add"
        rows={quote.options}
        keyOf={(option) => option.id}
        columns={[
          { title: 'Option', lead: true, cell: (option) => <Words option={option} /> },
          { title: 'Choice', cell: (option) => <Choice option={option} /> },
          { title: format.taxLabel, figure: true, cell: (option) => format.percent(option.taxRate) },
          { title: 'Adds', figure: true, cell: (option) => <Amount of={option.price} /> },
        ]}
      />
    </div>
  );
}

function Words({ option }: { option: Option }) {
  return (
    <div>
      {option.title}
      {option.description && <div className={`dim ${styles.option}`}>{option.description}</div>}
    </div>
  );
}

function Choice({ option }: { option: Option }) {
  if (option.chosen === true) return <Status tone="good">Chosen</Status>;
  if (option.chosen === false) return <Status tone="calm">Not chosen</Status>;
  return <span className="dim">{option.preselected ? 'Preselected' : 'Optional'}</span>;
}
