import type { CurrencyCode, MinorUnits } from '../domain/money.ts';
import { isCurrency } from '../domain/money.ts';
import { fromStripeAmount } from './stripe-amount.ts';

/** Something of Stripe's, of which nothing is taken for granted. */
export type Loose = Readonly<Record<string, unknown>>;

export function loose(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? (value as Loose) : {};
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The id of another object, which comes as its id or whole. */
export function idOf(value: unknown): string | null {
  return text(value) ?? text(loose(value)['id']);
}

/** What a word of Stripe's is in ours; undefined for one that we do not know. */
export function among<T>(known: Readonly<Record<string, T>>, word: unknown): T | undefined {
  return typeof word === 'string' && Object.hasOwn(known, word) ? known[word] : undefined;
}

export function time(value: unknown): Date | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
    ? new Date(value * 1000)
    : null;
}

export function money(
  amount: unknown,
  code: unknown,
): { amount: MinorUnits | null; currency: CurrencyCode | null } {
  const currency = typeof code === 'string' ? code.toUpperCase() : '';
  return isCurrency(currency)
    ? { amount: fromStripeAmount(amount, currency), currency }
    : { amount: null, currency: null };
}
