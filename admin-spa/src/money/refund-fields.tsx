import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import type { PaymentMethod } from '../gql/graphql.ts';

type Props = {
  /** How the money had come. */
  paid: PaymentMethod;
  method: PaymentMethod;
  onMethod: (method: PaymentMethod) => void;
  amount: string;
  onAmount: (typed: string) => void;
  currency: string;
  /** Who reads the reason. */
  reader: string;
  /** Whether staff give the money themselves, now. */
  byHand: boolean;
  problems: Record<string, string | undefined>;
};

const ways = (paid: PaymentMethod): readonly PaymentMethod[] =>
  paid === 'CARD' ? ['CARD', 'BANK_TRANSFER', 'CASH'] : ['BANK_TRANSFER', 'CASH'];

/** How it goes back, how much, and why. */
export function RefundFields({ paid, method, onMethod, amount, onAmount, currency, ...props }: Props) {
  const { reader, byHand, problems } = props;
  return (
    <>
      <SegmentedControl
        aria-label="How it goes back"
        fullWidth
        value={method}
        onChange={onMethod}
        data={ways(paid).map((value) => ({
          value,
          label: value === 'CARD' ? 'To the card' : value === 'CASH' ? 'In cash' : 'By transfer',
        }))}
      />
      <TextInput
        label={`Amount in ${currency}`}
        name="amount"
        inputMode="decimal"
        value={amount}
        onChange={(event) => onAmount(event.currentTarget.value)}
        error={problems['amount']}
        data-autofocus
      />
      <Textarea
        label="Why"
        name="reason"
        description={`${reader} reads it.`}
        required
        maxLength={500}
        autosize
        minRows={2}
        error={problems['reason']}
      />
      {byHand && (
        <TextInput
          label={method === 'CASH' ? 'Number of the cash slip' : 'Reference of the bank'}
          name="reference"
          maxLength={200}
          required
          error={problems['reference']}
        />
      )}
    </>
  );
}
