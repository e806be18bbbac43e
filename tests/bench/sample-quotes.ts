/** The page's budget speaks of a quote of this size. */
export const lineCount = 20;
export const optionCount = 6;

const stages = [
  { label: 'Deposit', share: 30_000, due: 'ON_SIGNING' },
  { label: 'Progress', share: 40_000, due: 'ON_MILESTONE' },
  { label: 'Final', share: 30_000, due: 'ON_MILESTONE' },
];
const text = {
  scope:
    '# What we do\n\nMove **12 pages** to the new platform.\n\n- Redirects of all addresses\n- One round of corrections',
  terms: 'Payment within 14 days. The deposit is due on signing.',
};
const inTwoWeeks = (): string => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

const option = (at: number) => ({
  title: `Booking form integration ${at + 1}`,
  description: 'Lands in your calendar.',
  price: 45_000,
  taxRate: 10_000,
  preselected: false,
});

/** The quote that is signed: one line of 3,299.00 and one option of 450.00. */
export const quoteToSign = () => ({
  title: 'Website migration',
  ...text,
  pricesIncludeTax: true,
  validUntil: inTwoWeeks(),
  paymentTermsDays: null,
  lines: [
    { description: 'Website migration', quantity: 1000, unit: '', unitPrice: 329_900, taxRate: 10_000 },
  ],
  options: [option(0)],
  stages,
});
export const agreedTotal = 374_900;

/** The quote that is read: 20 lines, 6 options. */
export const quoteToRead = () => ({
  ...quoteToSign(),
  title: 'Twenty machines',
  lines: Array.from({ length: lineCount }, (_, at) => ({
    description: `Workstation ${at + 1}, set up and delivered`,
    quantity: 1000 + at * 500,
    unit: 'pcs',
    unitPrice: 129_900 + at * 100,
    taxRate: 10_000,
  })),
  options: Array.from({ length: optionCount }, (_, at) => option(at)),
});
