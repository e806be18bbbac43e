import type { LocalDate } from '../domain/local-date.ts';
import type { AcceptanceMethod, AcceptanceProof } from '../domain/on-behalf.ts';
import type { Choice, QuotePrice } from '../domain/pricing.ts';

export type AcceptanceToPrint = Readonly<{
  name: string;
  email: string;
  method: AcceptanceMethod;
  /** Who of the staff accepted for the customer, and why; null for a signature of the customer's own. */
  onBehalf: Readonly<{ by: string; reason: string; signedOn: LocalDate }> | null;
  /** Each stroke is x1, y1, x2, y2, … in a field 1000 wide and 400 high; none for a typed name. */
  strokes: readonly (readonly number[])[];
  choices: readonly Choice[];
  /** What was agreed on. */
  price: QuotePrice;
  signedAt: Date;
  /** That instant as a day in the company's time zone. */
  signedOn: LocalDate;
  /** How the mailbox of the signer was proven. */
  proof: AcceptanceProof;
  ip: string;
  userAgent: string;
  /** When people opened the quote before, oldest first; pages that machines fetched are not among them. */
  openedAt: readonly Date[];
  evidenceHash: string;
  revisionHash: string;
  /** Ed25519 over the record, base64url, and the id of the key. */
  signature: string;
  keyId: string;
  /** Where anybody can check the document. */
  verifyUrl: string;
  locale: string;
  logo: Uint8Array | null;
}>;
