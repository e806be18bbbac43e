import { type Billing, billings } from '@countersign/api/domain/pricing';
import { SelectCell } from './cell.tsx';

const words: Record<Billing, string> = {
  ONCE: 'Once',
  DAILY: 'Daily',
  WEEKLY: 'Weekly',
  MONTHLY: 'Monthly',
  QUARTERLY: 'Quarterly',
  YEARLY: 'Yearly',
};
const choices = billings.map((billing) => [billing, words[billing]] as const);

type Props = { field: string; billing: Billing; onChoose: (billing: Billing) => void };

export function BillingCell({ field, billing, onChoose }: Props) {
  return (
    <SelectCell
      field={field}
      area="billing"
      label="Charged"
      value={billing}
      choices={choices}
      onChoose={(value) => onChoose(billings.find((one) => one === value) ?? 'ONCE')}
    />
  );
}
