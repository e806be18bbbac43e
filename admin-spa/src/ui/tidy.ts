import { amountOf, amountText, parseThousandths, thousandthsText } from './entry.ts';
import { readQuantity } from './values.ts';

/** How a text is written once its field is left; null leaves it as it was typed. */
export const tidyAmount = (text: string, currency: string): string | null => {
  const read = amountOf(text, currency);
  return read === null ? null : amountText(read, currency);
};

export const tidyQuantity = (text: string): string | null => {
  const read = readQuantity(text);
  return read === null || read < 0 ? null : thousandthsText(read);
};

export const tidyShare = (text: string): string | null => {
  const read = parseThousandths(text.replace(/%\s*$/, ''));
  return read === null ? null : thousandthsText(read);
};
