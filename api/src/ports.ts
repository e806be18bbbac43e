import type { FileKind, FileProblem } from './domain/attachment.ts';
import type { ReadStatement, StatementReading } from './domain/bank/reading.ts';
import type { CurrencyCode, MinorUnits } from './domain/money.ts';
import type { PrintedDocument } from './letters/printed-document.ts';

/** What time it is; tests bring their own. */
export type Clock = { now(): Date };

/** Everything random, so that tests can repeat themselves. */
export type Ids = {
  /** A UUID of version 7: sorts by time of creation, so lists page by it. */
  id(): string;
  /** Six random digits for a one-time code. */
  code(): string;
  /** 256 random bits for a link or a session, base64url (43 characters). Only its hash is ever stored. */
  token(): string;
};

export type Attachment = { filename: string; contentType: string; content: Uint8Array };

/** One mail to one address. `messageId` stays the same over retries, so that a doubled delivery can be recognised. */
export type OutgoingMail = {
  messageId: string;
  from: string;
  replyTo: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments: Attachment[];
};

/** The mail server said no for good (5xx): trying again is pointless. Every other error may pass. */
export class MailRefused extends Error {}

/** The mail server cannot be reached or does not want to talk to us at all. Says nothing about the mail: all of them wait. */
export class MailServerDown extends Error {}

export type Mailer = {
  /** Resolves when the mail server has taken the mail; throws MailRefused, MailServerDown or, for what may pass, any other error. */
  send(mail: OutgoingMail): Promise<void>;
};

/** The mailbox to which mail servers send what they could not deliver. */
export type BounceMailbox = {
  /** Gives every mail that nobody has read to `read`, oldest first, and marks it as read when that is done. Returns how many. */
  collect(read: (raw: Uint8Array) => Promise<void>): Promise<number>;
};

export type CheckoutRequest = {
  /** Our payment row; also the provider's idempotency key, so a repeat opens no second page. */
  paymentId: string;
  invoiceId: string;
  invoiceNumber: string;
  description: string;
  amount: MinorUnits;
  currency: CurrencyCode;
  customerEmail: string;
  /** Where the provider sends the browser afterwards. Holds no link token. */
  returnUrl: string;
};

export type Checkout = { sessionId: string; url: string; expiresAt: Date };

/** What the provider says about one checkout, in our words. */
export type CheckoutFact = {
  outcome: 'PAID' | 'PENDING' | 'FAILED' | 'EXPIRED' | 'OPEN';
  sessionId: string | null;
  /** Our payment row, from the metadata we gave; null for objects that are not ours. */
  paymentId: string | null;
  invoiceId: string | null;
  /** What was or would be paid; null where the event does not say. */
  amount: MinorUnits | null;
  currency: CurrencyCode | null;
  /** The provider's own reference for people: `pi_…`. */
  reference: string | null;
  /** Why it failed, in the provider's words. */
  failure: string | null;
};

export type RefundRequest = {
  /** Our refund row; also the provider's idempotency key. */
  refundId: string;
  paymentId: string;
  invoiceId: string;
  /** The provider's payment: `pi_…`. */
  reference: string;
  amount: MinorUnits;
  currency: CurrencyCode;
};

/** What the provider says about one refund. */
export type RefundFact = {
  status: 'PENDING' | 'SUCCEEDED' | 'FAILED';
  /** The provider's own: `re_…`. */
  providerId: string;
  /** Our refund row; null for one that was begun at the provider. */
  refundId: string | null;
  /** The provider's payment that it gives back: `pi_…`. */
  reference: string | null;
  amount: MinorUnits | null;
  currency: CurrencyCode | null;
  failure: string | null;
};

/** What the provider says about one dispute. */
export type DisputeFact = {
  status: 'NEEDS_RESPONSE' | 'UNDER_REVIEW' | 'WON' | 'LOST';
  /** Whether the bank has taken the money back for now. */
  isWithdrawn: boolean;
  /** The provider's own: `du_…`. */
  providerId: string;
  /** The provider's payment: `pi_…`. */
  reference: string | null;
  amount: MinorUnits | null;
  currency: CurrencyCode | null;
  /** In the provider's words: `product_not_received`. */
  reason: string;
  /** Instants as ISO text: facts are kept as JSON. */
  evidenceDueBy: string | null;
  openedAt: string;
};

/** What an event says about money that goes back. `REFUNDED` names a payment of which more or less was refunded; how, has to be asked. */
export type MoneyBack =
  | { kind: 'REFUND'; refund: RefundFact }
  | { kind: 'REFUNDED'; reference: string }
  | { kind: 'DISPUTE'; dispute: DisputeFact };

/** A state in a word that was invented after we were written, and what it is about as far as the message says. */
export type UnknownState = {
  state: string;
  /** The provider's own id of the page, the refund or the dispute. */
  providerId: string | null;
  /** Our payment and our refund row, from the metadata we gave. */
  paymentId: string | null;
  refundId: string | null;
  /** The provider's payment: `pi_…`. */
  reference: string | null;
};

/**
 * One verified message of the provider. It may tell of a checkout, of money that goes back, of both or of nothing that we act
 * on. One that is genuine and still not for us says why: another account, or a version whose words we do not know.
 */
export type GatewayEvent = {
  id: string;
  type: string;
  createdAt: Date;
  live: boolean;
  foreign: 'ACCOUNT' | 'VERSION' | null;
  fact: CheckoutFact | null;
  moneyBack: MoneyBack | null;
  /** Absent in events that were kept by an earlier version. */
  unknownState?: UnknownState | null;
};

/** Whether cards can be taken now: the provider was last asked successfully, it did not answer, or it does not take our key. */
export type GatewayHealth = 'WORKS' | 'UNAVAILABLE' | 'KEY_REFUSED';

/** The provider did not answer or answered nonsense: what happened is unknown, not refused. */
export class GatewayUnavailable extends Error {}

/** The provider surely did nothing and would say no again: amount or currency out of its limits, or a checkout too old to open. */
export class GatewayRefused extends Error {}

export type PaymentGateway = {
  /** Opens the provider's payment page. Throws GatewayRefused, or GatewayUnavailable: then the same paymentId can be tried again. */
  startCheckout(request: CheckoutRequest): Promise<Checkout>;
  /** Asks how a checkout stands now. Throws GatewayUnavailable. */
  findCheckout(sessionId: string): Promise<CheckoutFact>;
  /** Looks for the checkout of a payment that was begun then and whose answer got lost; null when there is none. Throws GatewayUnavailable. */
  findCheckoutOf(
    paymentId: string,
    begunAt: Date,
  ): Promise<{ checkout: Checkout; fact: CheckoutFact } | null>;
  /** Asks what became of a payment by the provider's own name for it, `pi_…`; null when there is none. Throws GatewayUnavailable. */
  findPayment(reference: string): Promise<CheckoutFact | null>;
  /** Gives money back. Throws GatewayRefused, or GatewayUnavailable: then the same refundId can be tried again within a day. */
  refund(request: RefundRequest): Promise<RefundFact>;
  /** All refunds of the payment `pi_…`, whoever began them. Throws GatewayUnavailable. */
  refundsOf(reference: string): Promise<RefundFact[]>;
  /** Asks how a dispute stands now; null when there is none. Throws GatewayUnavailable. */
  findDispute(providerId: string): Promise<DisputeFact | null>;
  /** The events since then, oldest first, as a webhook would have told them. Throws GatewayUnavailable. */
  eventsSince(since: Date): AsyncIterable<GatewayEvent>;
  /** What the last answer said; it asks nothing. */
  health(): GatewayHealth;
  /** Asks the provider for nothing in particular, so that `health` is of now. Never throws. */
  checkHealth(): Promise<GatewayHealth>;
  /** Closes an open checkout so that it cannot be paid any more; one that is closed already stays as it is. */
  expireCheckout(sessionId: string): Promise<void>;
  /** The event in a webhook request, or null when the signature or its time is wrong. */
  readEvent(rawBody: Buffer, signature: string, now: Date): GatewayEvent | null;
};

export type PdfRenderer = {
  /** The document as PDF; the same input gives the same bytes. */
  render(document: PrintedDocument): Promise<Uint8Array>;
  /** What no font of the documents has of a text, each character once; on paper a mark would stand in its place. */
  unprintable(text: string): string[];
  close(): Promise<void>;
};

/** A file as it may be kept, or why it may not. */
export type CleanFile = Readonly<{ bytes: Uint8Array } | { problem: FileProblem }>;

export type FileCleaner = {
  /** The same paper or picture, written anew; the same input gives the same bytes. */
  clean(kind: FileKind, bytes: Uint8Array): Promise<CleanFile>;
  /** A picture as a PNG of at most 800 by 400. */
  logo(kind: FileKind, bytes: Uint8Array): Promise<CleanFile>;
  /** What a bank statement says, or why it cannot be read. */
  statement(bytes: Uint8Array, reading: StatementReading): Promise<ReadStatement>;
  close(): Promise<void>;
};

/** Signs records with the installation's own key, so that a stranger can check them with the public half. */
export type Signer = {
  keyId: string;
  /** PEM text (SPKI). */
  publicKey: string;
  /** Ed25519 over the text's UTF-8, base64url. */
  sign(text: string): string;
  /** Whether the text was signed with the private half of this public key, ours or an earlier one. */
  isSigned(publicKey: string, text: string, signature: string): boolean;
};
