import { graphql } from '../../gql/gql.ts';
import type { QuoteOptionsFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { useFormat } from '../../ui/format.ts';
import { RecordTable } from '../../ui/record-table.tsx';
import { Status } from '../../ui/status.tsx';
import { everyBilling } from '../../ui/words.ts';
import styles from './quote-content.module.css';
import { optionRules } from './option-rules.ts';
import { taxWords } from './quote-lines.tsx';

graphql(`
  fragment QuoteOptions on Quote {
    groups {
      id
      title
      description
      min
      max
    }
    options {
      id
      groupId
      title
      description
      unit
      price {
        amount
        currency
      }
      taxTreatment
      taxRate
      billing
      minQuantity
      maxQuantity
      requires
      excludes
      preselected
      chosen
    }
  }
`);

type Option = QuoteOptionsFragment['options'][number];

/** Options as they are offered: those without a group first, then group by group with its rule. */
export function QuoteOptions({ quote }: { quote: QuoteOptionsFragment }) {
  const free = quote.options.filter((option) => option.groupId === null);
  return (
    <>
      {free.length > 0 && <Options title="Optional" rule="" options={free} all={quote.options} />}
      {quote.groups.map((group) => (
        <Options
          key={group.id}
          title={group.title}
          rule={groupRule(group)}
          options={quote.options.filter((option) => option.groupId === group.id)}
          all={quote.options}
        />
      ))}
    </>
  );
}

/** `Choose one`, `Choose up to 2`, `Choose 1 to 3`. */
function groupRule({ min, max }: { min: number; max: number }): string {
  if (min === max) return min === 1 ? 'Choose one' : `Choose ${min}`;
  return min === 0 ? `Choose up to ${max}` : `Choose ${min} to ${max}`;
}

type Listed = { title: string; rule: string; options: readonly Option[]; all: readonly Option[] };

function Options({ title, rule, options, all }: Listed) {
  const format = useFormat();
  return (
    <div className={styles.options}>
      <h3 className={styles.group}>
        {title} {rule && <span className="dim">{rule}</span>}
      </h3>
      <RecordTable
        caption={`What the customer may choose: ${title}`}
        rows={options}
        keyOf={(option) => option.id}
        columns={[
          { title: 'Option', lead: true, cell: (option) => <Words option={option} all={all} /> },
          { title: 'Choice', cell: (option) => <Choice option={option} /> },
          { title: format.taxLabel, figure: true, cell: (option) => taxWords(option, format) },
          {
            title: 'Adds',
            figure: true,
            cell: (option) => (
              <span>
                <Amount of={option.price} />
                {option.maxQuantity > 1 && ' each'}
                {everyBilling[option.billing]}
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}

function Words({ option, all }: { option: Option; all: readonly Option[] }) {
  const rules = optionRules(option, all);
  return (
    <div>
      {option.title}
      {option.description && <div className={`dim ${styles.option}`}>{option.description}</div>}
      {rules && <div className={`dim ${styles.option}`}>{rules}</div>}
    </div>
  );
}

function Choice({ option }: { option: Option }) {
  const { chosen } = option;
  if (chosen === null) return <span className="dim">{option.preselected ? 'Preselected' : 'Optional'}</span>;
  if (chosen === 0) return <Status tone="calm">Not chosen</Status>;
  return <Status tone="good">{option.maxQuantity > 1 ? `${chosen} chosen` : 'Chosen'}</Status>;
}
