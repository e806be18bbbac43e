import { Button, Checkbox } from '@mantine/core';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useFormat } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { price, required, taxRate } from './field-problems.ts';
import { GridCell } from './grid-cell.tsx';
import styles from './grid.module.css';
import { tidyAmount, tidyNumber } from './lines-grid.tsx';
import { emptyOption, type QuoteForm } from './quote-form.ts';
import { RowButtons } from './row-buttons.tsx';

export function OptionsGrid({ currency, defaultRate }: { currency: string; defaultRate: string }) {
  const { control, register } = useFormContext<QuoteForm>();
  const { taxLabel } = useFormat();
  const options = useFieldArray({ control, name: 'options' });
  return (
    <>
      <div className={`${styles.rows} ${styles.options}`}>
        {options.fields.map((option, index) => (
          <div key={option.id} role="group" aria-label={`Option ${index + 1}`} className={styles.row}>
            <GridCell
              name={`options.${index}.title`}
              label="Title"
              check={required('What is offered?')}
              maxLength={200}
              placeholder="What the customer may add"
            />
            <GridCell
              name={`options.${index}.price`}
              label="Price"
              check={price(currency)}
              tidy={tidyAmount(currency)}
              figure
              placeholder="0.00"
            />
            <GridCell
              name={`options.${index}.taxRate`}
              label={`${taxLabel} %`}
              check={taxRate}
              tidy={tidyNumber}
              figure
            />
            <div className={styles.check}>
              <Checkbox size="xs" label="Preselected" {...register(`options.${index}.preselected`)} />
            </div>
            <RowButtons
              what={`option ${index + 1}`}
              index={index}
              count={options.fields.length}
              onMove={(to) => options.move(index, to)}
              onRemove={() => options.remove(index)}
            />
            <div className={styles.second}>
              <GridCell
                name={`options.${index}.description`}
                label="What it is good for"
                maxLength={2000}
                placeholder="What it is good for, in a sentence or two"
              />
            </div>
          </div>
        ))}
      </div>
      <div className={styles.foot}>
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() =>
            options.append(emptyOption(defaultRate), { focusName: `options.${options.fields.length}.title` })
          }
        >
          Add an option
        </Button>
        {options.fields.length === 0 && (
          <p className="dim">What the customer may add with a tick, at your price.</p>
        )}
      </div>
    </>
  );
}
