/**
 * What was approved: everything that the customer is shown and agrees to, frozen at the moment of approval and sealed with
 * the hash of its canonical text. Later changes of the customer's address or of the company's terms do not reach it. A line
 * of 1.5 hours at $90.00 with 10 % GST stands in it as quantity 1500, unitPrice 9000 and taxRate 10000.
 */
import type { ChangeOfContract } from './change-order.ts';
import type { Language } from './language.ts';
import type { LocalDate } from './local-date.ts';
import type { CurrencyCode } from './money.ts';
import type { OptionGroup, OptionRules } from './options.ts';
import type { Discount, PricedItem, PricedOption, TaxRounding } from './pricing.ts';
import type { RichText } from './rich-text.ts';
import type { MailboxProof } from './signing-code.ts';
import type { StagePlan } from './stages.ts';

/** The company that sends the quote, as it is printed. `colour` is `#rrggbb`; `logo` is the SHA-256 of the stored picture. */
export type Party = Readonly<{
  name: string;
  address: readonly string[];
  email: string;
  phone: string;
  taxNumber: string;
  taxLabel: string;
  colour: string;
  logo: string | null;
}>;

/** The client that it is for, as it is printed; `language` is the one that the documents are written in, for good. */
export type Client = Readonly<{
  name: string;
  contactName: string;
  email: string;
  address: readonly string[];
  taxNumber: string;
  language: Language;
}>;

/** A line that is always part of the quote. */
export type SnapshotLine = PricedItem & Readonly<{ id: string; description: string; unit: string }>;

/** Something that the customer may add. */
export type SnapshotOption = PricedOption &
  OptionRules &
  Readonly<{ id: string; title: string; description: string; unit: string }>;

/** A part of the price that is invoiced by itself. */
export type SnapshotStage = StagePlan &
  Readonly<{ id: string; label: string; paymentTermsDays: number | null }>;

/** A file that belongs to the quote; `hash` is the SHA-256 of its bytes, hexadecimal, `size` their number. */
export type SnapshotAttachment = Readonly<{
  id: string;
  name: string;
  contentType: string;
  size: number;
  hash: string;
}>;

/** The approved quote. `format` goes up when a field changes its meaning, so that old seals stay readable. */
export type QuoteSnapshot = Readonly<{
  format: 1;
  number: string;
  title: string;
  /** What it does to an accepted quote; null for an offer of its own. */
  change: ChangeOfContract | null;
  company: Party;
  customer: Client;
  currency: CurrencyCode;
  pricesIncludeTax: boolean;
  taxRounding: TaxRounding;
  /** Sentences that the law asks for where a line is exempt or under reverse charge. */
  taxNotes: readonly string[];
  discount: Discount | null;
  lines: readonly SnapshotLine[];
  groups: readonly OptionGroup[];
  options: readonly SnapshotOption[];
  stages: readonly SnapshotStage[];
  paymentTermsDays: number;
  /** When recurring items begin; null for the day of the signature. */
  effectiveDate: LocalDate | null;
  attachments: readonly SnapshotAttachment[];
  scope: RichText;
  terms: RichText;
  consent: string;
  /** How the signer proves the mailbox. */
  mailboxProof: MailboxProof;
  timeZone: string;
}>;
