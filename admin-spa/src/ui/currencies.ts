import { isCurrency } from '@countersign/api/domain/money';

const names = new Intl.DisplayNames('en', { type: 'currency' });

/** Every currency in which a document can be written, for a list to choose from. */
export const currencies = Intl.supportedValuesOf('currency')
  .filter(isCurrency)
  .map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
