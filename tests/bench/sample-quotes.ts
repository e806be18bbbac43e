import { aLineInput, anOptionInput, aQuoteInput } from '../support/inputs.ts';

/** The page's budget speaks of a quote of this size. */
export const lineCount = 20;
export const optionCount = 6;

const text = {
  scope:
    '# What we do\n\nMove **12 pages** to the new platform.\n\n- Redirects of all addresses\n- One round of corrections',
  terms: 'Payment within 14 days. The deposit is due on signing.',
};
const inTwoWeeks = (): string => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

const option = (at: number) =>
  anOptionInput({
    id: `option-${at}`,
    title: `Booking form integration ${at + 1}`,
    description: 'Lands in your calendar.',
  });

/** The quote that is signed: one line of 3,299.00 and one option of 450.00. */
export const quoteToSign = () => aQuoteInput({ ...text, validUntil: inTwoWeeks(), options: [option(0)] });
export const agreedTotal = 374_900;

/** The quote that is read: 20 lines, 6 options. */
export const quoteToRead = () => ({
  ...quoteToSign(),
  title: 'Twenty machines',
  lines: Array.from({ length: lineCount }, (_, at) =>
    aLineInput({
      id: `line-${at}`,
      description: `Workstation ${at + 1}, set up and delivered`,
      quantity: 1000 + at * 500,
      unit: 'pcs',
      unitPrice: 129_900 + at * 100,
    }),
  ),
  options: Array.from({ length: optionCount }, (_, at) => option(at)),
});
