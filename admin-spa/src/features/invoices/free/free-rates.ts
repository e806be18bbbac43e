import { readTax } from '../../../ui/values.ts';

/** The rates that the invoice uses, and the company's own, lowest first. */
export const ratesOf = (taxes: readonly string[]): readonly number[] =>
  [
    ...new Set(
      taxes
        .map(readTax)
        .filter(({ taxTreatment: treatment }) => treatment === 'STANDARD')
        .map(({ taxRate }) => taxRate),
    ),
  ].toSorted((a, b) => a - b);
