import { type Money, useFormat } from './format.ts';

export function Amount({ of }: { of: Money }) {
  return <span className="num">{useFormat().money(of)}</span>;
}
