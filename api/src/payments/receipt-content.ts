import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode, MinorUnits } from '../domain/money.ts';
import type { PaymentMethod } from '../domain/payment.ts';
import type { Client, Party } from '../domain/quote-snapshot.ts';

/** Everything that a receipt says; stored with it and never changed. */
export type ReceiptContent = Readonly<{
  company: Party;
  customer: Client;
  invoiceNumber: string;
  method: PaymentMethod;
  amount: MinorUnits;
  currency: CurrencyCode;
  reference: string | null;
  receivedOn: LocalDate;
  balanceAfter: MinorUnits;
  /** What of it was more than the invoice owed and became the customer's credit. */
  toCredit: MinorUnits;
}>;
