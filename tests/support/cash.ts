import {
  claimManualPayment,
  confirmManualPayment,
  invoiceById,
  rejectManualPayment,
  reviewItems,
} from './operations.ts';
import { aKey, type Company, type Signed } from './steps.ts';

type Payment = { id: string; status: string; receipt: { number: string } | null };
type Seen = { status: string; payments: Payment[]; log: { kind: string }[] };
type Item = {
  id: string;
  kind: string;
  resolvedBy: string | null;
  resolution: string | null;
  invoice: { number: string } | null;
};

/** What the tests of cash and transfers ask of a company. */
export function cashDesk(office: () => Company) {
  const claim = (quote: Signed, changes: object = {}) =>
    office().run(
      claimManualPayment,
      {
        input: {
          idempotencyKey: aKey(),
          method: 'CASH',
          paidOn: '2026-11-21',
          reference: ' to Kim ',
          ...changes,
        },
      },
      quote.link,
    );
  const confirm = async (quote: Signed, changes: object = {}) => {
    const money = {
      invoiceId: quote.invoice.id,
      paymentId: null,
      method: 'CASH',
      amount: 112_470,
      reference: ' slip 7 ',
      receivedOn: '2026-11-21',
    };
    return office().run<Payment>(
      confirmManualPayment,
      { input: { idempotencyKey: aKey(), ...money, ...changes } },
      await office().as('STAFF'),
    );
  };
  const reject = async (paymentId: string, reason = 'No such slip') =>
    office().run(rejectManualPayment, { input: { paymentId, reason } }, await office().as('STAFF'));
  const read = async (quote: Signed) =>
    office().make<Seen>(invoiceById, { id: quote.invoice.id }, await office().as('BOOKKEEPER'));
  const itemsOf = async (quote: Signed, resolved: boolean) => {
    const { items } = await office().make<{ items: Item[] }>(
      reviewItems,
      { resolved, first: 100 },
      await office().as('BOOKKEEPER'),
    );
    return items.filter(({ invoice }) => invoice?.number === quote.invoice.number);
  };
  const claimed = async (): Promise<{ quote: Signed; paymentId: string }> => {
    const quote = await office().signedQuote();
    await claim(quote);
    return { quote, paymentId: (await read(quote)).payments[0]?.id ?? '' };
  };
  return { claim, confirm, reject, read, itemsOf, claimed };
}
