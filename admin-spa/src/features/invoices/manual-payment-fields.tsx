import { SegmentedControl, TextInput } from '@mantine/core';
import forms from '../../ui/form.module.css';
import { useFormat } from '../../ui/format.ts';

export type ManualMethod = 'CASH' | 'BANK_TRANSFER';

type Props = {
  amount: string;
  onAmount: (typed: string) => void;
  currency: string;
  receivedOn: string;
  reference: string;
  method: ManualMethod;
  onMethod: (method: ManualMethod) => void;
  problems: Record<string, string | undefined>;
};

/** What staff have seen of the money. It starts with what the customer claims, or with all that is open. */
export function ManualPaymentFields({ receivedOn, reference, method, onMethod, problems, ...props }: Props) {
  const format = useFormat();
  return (
    <>
      <SegmentedControl
        aria-label="How it was paid"
        fullWidth
        value={method}
        onChange={onMethod}
        data={[
          { value: 'BANK_TRANSFER', label: 'Bank transfer' },
          { value: 'CASH', label: 'Cash' },
        ]}
      />
      <div className={forms.pair}>
        <TextInput
          label={`Amount in ${props.currency}`}
          name="amount"
          inputMode="decimal"
          value={props.amount}
          onChange={(event) => props.onAmount(event.currentTarget.value)}
          error={problems['amount']}
          data-autofocus
        />
        <TextInput
          label="Received on"
          name="receivedOn"
          type="date"
          max={format.today()}
          defaultValue={receivedOn}
          error={problems['receivedOn']}
        />
      </div>
      <TextInput
        label={method === 'CASH' ? 'Number of the cash slip' : 'Reference of the bank'}
        name="reference"
        maxLength={200}
        defaultValue={reference}
        error={problems['reference']}
      />
    </>
  );
}
