import { type MinorUnits, minor } from '@countersign/api/domain/money';
import type { BankLineCardFragment as Line } from '../../gql/graphql.ts';
import { amountOf } from '../../ui/entry.ts';
import { useFormat } from '../../ui/format.ts';
import type { Part } from './allocations.ts';

type Props = { left: MinorUnits; currency: string; parts: readonly Part[]; lines: readonly Line[] };

/** What confirming will do, while it is typed. */
export function Leftover({ left, currency, parts, lines }: Props) {
  const { money } = useFormat();
  const words = (amount: number) => money({ amount: minor(Math.abs(amount)), currency });
  if (parts.length === 0) return <p className="dim">Choose the invoices that this money pays.</p>;
  if (left < 0)
    return (
      <p role="alert">
        {words(left)} more than {lines.length > 1 ? 'these lines have' : 'came'}.
      </p>
    );
  const [only, ...more] = parts;
  if (only?.invoice.balance.amount === 0 && more.length === 0)
    return (
      <p role="status">
        {only.invoice.number} owes nothing any more. All of it becomes the credit of{' '}
        {only.invoice.customer.name}, to be used for another invoice or given back.
      </p>
    );
  const owed = parts.find(({ invoice, text }) => (amountOf(text, currency) ?? 0) < invoice.balance.amount);
  if (left === 0)
    return (
      <p role="status">
        All of it is used
        {owed
          ? `; a part of ${owed.invoice.number ?? 'the invoice'} stays owed.`
          : ', and nothing stays owed.'}
      </p>
    );
  return (
    <p role="status">
      {owed
        ? `${words(left)} are left while ${owed.invoice.number ?? 'an invoice'} still owes some. Give them to it.`
        : `${words(left)} are left over. They become the credit of ${parts[0]?.invoice.customer.name ?? 'the customer'}.`}
    </p>
  );
}
