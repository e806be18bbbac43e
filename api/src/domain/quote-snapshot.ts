/**
 * What was approved: everything that the customer is shown and agrees to, frozen at the moment of approval and sealed with
 * the hash of its canonical text. Later changes of the customer's address or of the company's terms do not reach it. A line
 * of 1.5 hours at $90.00 with 10 % GST stands in it as quantity 1500, unitPrice 9000 and taxRate 10000.
 */
import type { CurrencyCode, MinorUnits } from './money.ts';
import type { RichText } from './rich-text.ts';
import type { StageDue } from './stages.ts';

/** The company that sends the quote, as it is printed. */
export type Party = Readonly<{
  name: string;
  address: readonly string[];
  email: string;
  phone: string;
  taxNumber: string;
  taxLabel: string;
}>;

/** The client that it is for, as it is printed. */
export type Client = Readonly<{
  name: string;
  contactName: string;
  email: string;
  address: readonly string[];
}>;

/** A line: quantity in thousandths, the price of one in minor units, the rate in thousandths of a percent. */
export type SnapshotLine = Readonly<{
  id: string;
  description: string;
  quantity: number;
  unit: string;
  unitPrice: MinorUnits;
  taxRate: number;
}>;

/** Something that the customer may add, once. */
export type SnapshotOption = Readonly<{
  id: string;
  title: string;
  description: string;
  price: MinorUnits;
  taxRate: number;
  preselected: boolean;
}>;

/** A part of the price that is invoiced by itself; the share in thousandths of a percent. */
export type SnapshotStage = Readonly<{ id: string; label: string; share: number; due: StageDue }>;

/** The approved quote. `format` goes up when a field changes its meaning, so that old seals stay readable. */
export type QuoteSnapshot = Readonly<{
  format: 1;
  number: string;
  title: string;
  company: Party;
  customer: Client;
  currency: CurrencyCode;
  pricesIncludeTax: boolean;
  lines: readonly SnapshotLine[];
  options: readonly SnapshotOption[];
  stages: readonly SnapshotStage[];
  paymentTermsDays: number;
  scope: RichText;
  terms: RichText;
  consent: string;
  timeZone: string;
}>;
