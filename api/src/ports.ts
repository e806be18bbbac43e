import type { FileKind, FileProblem } from './domain/attachment.ts';
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

export type Mailer = {
  /** Resolves when the mail server has taken the mail; throws MailRefused or, for what may pass, any other error. */
  send(mail: OutgoingMail): Promise<void>;
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

/** One verified message of the provider. `fact` is null for kinds that we keep but do not act on. */
export type GatewayEvent = {
  id: string;
  type: string;
  createdAt: Date;
  live: boolean;
  fact: CheckoutFact | null;
};

/** The provider did not answer or answered nonsense: what happened is unknown, not refused. */
export class GatewayUnavailable extends Error {}

/** The provider surely did nothing and would say no again: amount or currency out of its limits, or a checkout too old to open. */
export class GatewayRefused extends Error {}

export type PaymentGateway = {
  /** Opens the provider's payment page. Throws GatewayRefused, or GatewayUnavailable: then the same paymentId can be tried again. */
  startCheckout(request: CheckoutRequest): Promise<Checkout>;
  /** Asks how a checkout stands now. Throws GatewayUnavailable. */
  findCheckout(sessionId: string): Promise<CheckoutFact>;
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
