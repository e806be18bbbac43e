import { Checkbox, NativeSelect } from '@mantine/core';
import { useFormat } from '../../../ui/format.ts';
import forms from '../../../ui/form.module.css';
import { DetailField } from './detail-field.tsx';
import styles from './editor.module.css';
import { useDetail, useEditor, useForm } from './editor-store.ts';
import { tidyDiscount } from '../../../ui/values.ts';

const proofs = [
  { value: '', label: "The company's way" },
  { value: 'NONE', label: 'By the link alone' },
  { value: 'TYPED', label: 'By giving the address' },
  { value: 'CODE', label: 'By a code that is mailed' },
] as const;

const roundings = [
  { value: 'DOCUMENT', label: 'Once on the whole quote' },
  { value: 'LINE', label: 'On each line' },
] as const;

/** Conditions that most quotes take as they are; open when one of them is set or asked for. */
export function MoreDetails() {
  const { taxLabel } = useFormat();
  const [inclusive, setInclusive] = useDetail('pricesIncludeTax');
  const [rounding, setRounding] = useDetail('taxRounding');
  const isSet = useForm(
    (form) =>
      form.discount !== '' ||
      form.effectiveDate !== '' ||
      form.termsNote !== '' ||
      form.paymentTermsDays !== '',
  );
  const [proof, setProof] = useDetail('mailboxProof');
  const isRefused = useEditor(({ refused }) =>
    ['discount', 'effectiveDate', 'termsNote'].includes(refused?.field ?? ''),
  );
  return (
    <details className={styles.more} open={isSet || isRefused ? true : undefined}>
      <summary>Discount, terms and tax</summary>
      <div className={forms.form}>
        <div className={forms.pair}>
          <DetailField
            name="discount"
            label="Discount of the quote"
            placeholder="10 % or 250"
            tidy={tidyDiscount}
          />
          <DetailField
            name="effectiveDate"
            label="Recurring items begin"
            description="Empty: on the day of signing."
            type="date"
          />
        </div>
        <DetailField
          name="termsNote"
          label="Why the payment terms differ"
          placeholder="Agreed with Ms Chen on the telephone, 12 November"
          maxLength={500}
        />
        <div className={forms.pair}>
          <NativeSelect
            label={`${taxLabel} is rounded`}
            data-field="taxRounding"
            data={roundings}
            value={rounding}
            onChange={(event) =>
              setRounding(event.currentTarget.value === 'LINE' ? 'LINE' : 'DOCUMENT', 'the rounding of tax')
            }
          />
          <NativeSelect
            label="The signer proves the mailbox"
            data-field="mailboxProof"
            data={proofs}
            value={proof}
            onChange={(event) => {
              const chosen = proofs.find(({ value }) => value === event.currentTarget.value);
              setProof(chosen?.value ?? '', 'the proof of the mailbox');
            }}
          />
        </div>
        <Checkbox
          className={styles.inclusive ?? ''}
          label={`Prices have the ${taxLabel} inside`}
          data-field="pricesIncludeTax"
          checked={inclusive}
          onChange={(event) => setInclusive(event.currentTarget.checked, 'how prices are meant')}
        />
      </div>
    </details>
  );
}
