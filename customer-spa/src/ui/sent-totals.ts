import type { Totals } from '@countersign/api/domain/pricing';
import type { Totals_AllFragment } from '../gql/graphql.ts';

/** Totals that the server sent, as the plain numbers that the domain computes with. */
export function sentTotals({ net, tax, gross, taxes }: Totals_AllFragment): Totals {
  return {
    net: net.amount,
    tax: tax.amount,
    gross: gross.amount,
    taxes: taxes.map((of) => ({
      treatment: of.treatment,
      rate: of.rate,
      net: of.net.amount,
      tax: of.tax.amount,
    })),
  };
}
