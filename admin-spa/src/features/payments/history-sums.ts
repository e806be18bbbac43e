import { type MinorUnits, sum } from '@countersign/api/domain/money';
import type { PaymentHistoryQuery } from '../../gql/graphql.ts';
import type { method as methods } from '../../ui/words.ts';

type Week = PaymentHistoryQuery['paymentHistory'][number];
type Method = keyof typeof methods;

/** One week of one currency, as a column of the chart and as a row of the table. */
export type WeekSums = {
  from: string;
  to: string;
  confirmed: Record<Method, MinorUnits>;
  refunded: MinorUnits;
  total: MinorUnits;
};

/** The currencies in which anything moved; the company's own comes first, and stands alone when nothing moved. */
export function currenciesOf(weeks: readonly Week[], own: string): string[] {
  const moved = new Set(weeks.flatMap(({ flows }) => flows.map(({ confirmed }) => confirmed.currency)));
  return [own, ...[...moved].filter((currency) => currency !== own).toSorted()].filter(
    (currency) => currency === own || moved.has(currency),
  );
}

export function weekSums(weeks: readonly Week[], currency: string): WeekSums[] {
  return weeks.map(({ from, to, flows }) => {
    const own = flows.filter(({ confirmed }) => confirmed.currency === currency);
    const of = (method: Method) =>
      sum(own.filter((flow) => flow.method === method).map(({ confirmed }) => confirmed.amount));
    const confirmed = { CARD: of('CARD'), CASH: of('CASH'), BANK_TRANSFER: of('BANK_TRANSFER') };
    return {
      from,
      to,
      confirmed,
      refunded: sum(own.map(({ refunded }) => refunded.amount)),
      total: sum(Object.values(confirmed)),
    };
  });
}
