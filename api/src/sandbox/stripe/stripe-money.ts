/**
 * How Stripe counts, written a second time on purpose: the stand-in is the judge of the adapter's arithmetic and must
 * not share its mistakes.
 */
const noDecimals = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' ');
const threeDecimals = 'bhd jod kwd omr tnd'.split(' ');
const wholeOnly = ['isk', 'ugx'];

function decimals(currency: string): number {
  if (noDecimals.includes(currency)) return 0;
  return threeDecimals.includes(currency) ? 3 : 2;
}

/** Why Stripe would not take this amount, or null. */
export function amountProblem(amount: number, currency: string): { code: string; message: string } | null {
  if (amount > 99_999_999)
    return { code: 'amount_too_large', message: 'Amount must be no more than 99,999,999.' };
  const step = threeDecimals.includes(currency) ? 10 : wholeOnly.includes(currency) ? 100 : 1;
  if (amount % step === 0) return null;
  return {
    code: 'parameter_invalid_integer',
    message: `Amounts in ${currency} must be divisible by ${step}.`,
  };
}

export function shownAmount(amount: number, currency: string): string {
  const places = decimals(currency);
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return format.format(amount / 10 ** places);
}
