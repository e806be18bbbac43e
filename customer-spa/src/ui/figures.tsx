import type { Money } from '@countersign/api/domain/money';
import { amountText } from './figure-words.ts';

export function Amount({ money }: { money: Money }) {
  return <span className="amount">{amountText(money)}</span>;
}
