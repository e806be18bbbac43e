import type { TaxTreatment } from '../gql/graphql.ts';
import { rateText } from './figure-words.ts';

type Taxed = Readonly<{ taxTreatment: TaxTreatment; taxRate: number }>;

/** How something is taxed: `GST 10%`, `exempt from GST`. The company says what its tax is called; some say nothing. */
export function taxWords(taxLabel: string, { taxTreatment, taxRate }: Taxed): string {
  const tax = taxLabel || 'tax';
  switch (taxTreatment) {
    case 'STANDARD':
    case 'ZERO_RATED':
      return `${tax} ${rateText(taxRate)}`;
    case 'EXEMPT':
      return `exempt from ${tax}`;
    case 'REVERSE_CHARGE':
      return `reverse charge, you account for ${tax}`;
  }
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
