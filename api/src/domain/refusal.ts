/**
 * The business "no": a request that the rules turn down, with a code for programs and one calm sentence for the person in
 * front of the screen. Signing on 1 December a quote that was valid until 30 November is answered with `QUOTE_EXPIRED` and
 * "This quote was valid until 30 November 2026. …", and nothing is changed.
 */

/** Every reason for which a request can be turned down; the meaning of each is in schema/refusal.graphql. */
export const refusalCodes = [
  'INPUT_INVALID',
  'IDEMPOTENCY_KEY_REUSED',
  'SIGN_IN_FAILED',
  'TOO_MANY_ATTEMPTS',
  'PREFIX_TAKEN',
  'EMAIL_TAKEN',
  'QUOTE_INCOMPLETE',
  'STAGES_INVALID',
  'APPROVAL_NEEDED',
  'QUOTE_NOT_DRAFT',
  'QUOTE_NOT_OPEN',
  'QUOTE_EXPIRED',
  'QUOTE_ALREADY_ACCEPTED',
  'REVISION_SUPERSEDED',
  'SNAPSHOT_DAMAGED',
  'EMAIL_MISMATCH',
  'CODE_NEEDED',
  'CODE_WRONG',
  'CODE_LOCKED',
  'OPTION_UNKNOWN',
  'OPTIONS_INVALID',
  'TOTAL_MISMATCH',
  'NAME_INVALID',
  'SIGNATURE_INVALID',
  'TERMS_NOT_AGREED',
  'STAGE_OUT_OF_ORDER',
  'INVOICE_NOT_PAYABLE',
  'METHOD_UNAVAILABLE',
  'PROVIDER_UNAVAILABLE',
  'PAYMENT_IN_PROGRESS',
  'AMOUNT_INVALID',
  'CLAIM_SETTLED',
  'INVOICE_NOT_AWAITING',
  'INVOICE_NOT_CORRECTABLE',
  'NO_CREDIT',
  'REFUND_NOT_POSSIBLE',
  'REFUND_SETTLED',
  'SECOND_PERSON_NEEDED',
  'PAYMENT_DISPUTED',
  'STATEMENT_UNREADABLE',
  'LINE_SETTLED',
  'MAIL_NOT_SENDABLE',
  'CHANGE_NOT_POSSIBLE',
  'ITEM_SETTLED',
  'CUSTOMER_ARCHIVED',
  'CUSTOMER_RESTRICTED',
  'RECORD_LINKED',
] as const;

/** One of the reasons. */
export type RefusalCode = (typeof refusalCodes)[number];

/** The answer no. The mark `refusal` tells it from a row of the database; `field` is a path such as `lines.2.quantity`. */
export type Refusal = Readonly<{ refusal: true; code: RefusalCode; message: string; field: string | null }>;

/** A refusal; the message is one sentence or two, ready for the screen. */
export const refuse = (code: RefusalCode, message: string, field: string | null = null): Refusal => ({
  refusal: true,
  code,
  message,
  field,
});

/** Whether an outcome is a refusal. */
export const isRefusal = (outcome: unknown): outcome is Refusal =>
  typeof outcome === 'object' && outcome !== null && 'refusal' in outcome && outcome.refusal === true;
