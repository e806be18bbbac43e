import { Checkbox, TextInput } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import type { PickedCustomerFragment } from '../../gql/graphql.ts';
import { useFormat } from '../../ui/format.ts';
import { day, required, termDays } from './field-problems.ts';
import styles from './quote-editor.module.css';
import type { QuoteForm } from './quote-form.ts';

type Props = { customer: PickedCustomerFragment | null; companyTerms: number };

/** Title, last valid day, payment terms and how prices are meant. */
export function QuoteDetails({ customer, companyTerms }: Props) {
  const format = useFormat();
  const { register, formState } = useFormContext<QuoteForm>();
  const { errors } = formState;
  return (
    <>
      <TextInput
        label="Title"
        placeholder="Website migration"
        maxLength={200}
        required
        {...register('title', { validate: required('What is the quote about?') })}
        error={errors.title?.message}
      />
      <div className={styles.pair}>
        <TextInput
          label="Valid until"
          type="date"
          min={format.today()}
          required
          {...register('validUntil', { validate: day(format.today()) })}
          error={errors.validUntil?.message}
        />
        <TextInput
          label="Payment terms in days"
          inputMode="numeric"
          placeholder={`${customer?.paymentTermsDays ?? companyTerms}, as agreed in general`}
          {...register('paymentTermsDays', { validate: termDays })}
          error={errors.paymentTermsDays?.message}
        />
      </div>
      <Checkbox label={`Prices have the ${format.taxLabel} inside`} {...register('pricesIncludeTax')} />
    </>
  );
}
