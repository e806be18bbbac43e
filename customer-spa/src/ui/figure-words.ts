import { formatAmount, type Money } from '@countersign/api/domain/money';
import { locale } from './locale.ts';

export const amountText = (money: Money): string => formatAmount(money, locale);

/** 8875 -> `8.875%`: rates come in thousandths of a percent. */
export function rateText(rate: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 }).format(rate / 100_000);
}

/** 1500 -> `1.5`: quantities come in thousandths. */
export function quantityText(quantity: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(quantity / 1000);
}
