import type { MinorUnits } from '@countersign/api/domain/money';
import type { TaxRounding } from '@countersign/api/domain/pricing';
import { TotalsTable } from '../../../ui/totals.tsx';
import { type FreeForm, freeTotals } from './free-form.ts';

type Props = { form: FreeForm; currency: string; taxRounding: TaxRounding };

export function FreeTotals({ form, currency, taxRounding }: Props) {
  const totals = freeTotals(form, currency, taxRounding);
  if (totals === null) return <p>The amounts are too large to be added up.</p>;
  const money = (amount: MinorUnits) => ({ amount, currency });
  return (
    <TotalsTable
      totals={{
        net: money(totals.net),
        tax: money(totals.tax),
        gross: money(totals.gross),
        taxes: totals.taxes.map((part) => ({ ...part, net: money(part.net), tax: money(part.tax) })),
      }}
    />
  );
}
