import { readdirSync, readFileSync } from 'node:fs';
import { buildASTSchema, type GraphQLEnumType, parse } from 'graphql';
import { expect, test } from 'vitest';
import { approvalReasonCodes } from '../../api/src/domain/approval.ts';
import { duplicateReasons } from '../../api/src/domain/customer-duplicates.ts';
import { invoiceStatuses } from '../../api/src/domain/invoice.ts';
import { paymentLogKinds, paymentMethods, paymentStatuses } from '../../api/src/domain/payment.ts';
import { paymentQrStandards } from '../../api/src/domain/payment-qr/payment-qr.ts';
import { permissions, staffRoles } from '../../api/src/domain/permission.ts';
import { billings, taxRoundings, taxTreatments } from '../../api/src/domain/pricing.ts';
import { quoteChangeKinds } from '../../api/src/domain/quote-difference.ts';
import { quoteActionNames, quoteCancelReasons, quoteStatuses } from '../../api/src/domain/quote.ts';
import { acceptanceMethods } from '../../api/src/domain/on-behalf.ts';
import { refusalCodes } from '../../api/src/domain/refusal.ts';
import { richBlockKinds } from '../../api/src/domain/rich-text.ts';
import { reviewActionNames, reviewGroups, reviewKindNames } from '../../api/src/domain/review.ts';
import { signatureMethods } from '../../api/src/domain/signature.ts';
import { mailboxProofs } from '../../api/src/domain/signing-code.ts';
import { stageDues } from '../../api/src/domain/stages.ts';
import { statementKinds } from '../../api/src/domain/statement.ts';

const folder = new URL('../../schema/', import.meta.url);
const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
const contract = buildASTSchema(parse(texts.join('\n')));

test.each([
  ['DuplicateReason', duplicateReasons],
  ['ApprovalReasonCode', approvalReasonCodes],
  ['Billing', billings],
  ['DuplicateReason', duplicateReasons],
  ['InvoiceStatus', invoiceStatuses],
  ['PaymentLogKind', paymentLogKinds],
  ['PaymentMethod', paymentMethods],
  ['PaymentQrStandard', paymentQrStandards],
  ['StatementKind', statementKinds],
  ['PaymentStatus', paymentStatuses],
  ['Permission', permissions],
  ['StaffRole', staffRoles],
  ['QuoteAction', quoteActionNames],
  ['QuoteCancelReason', quoteCancelReasons],
  ['QuoteChangeKind', quoteChangeKinds],
  ['QuoteStatus', quoteStatuses],
  ['AcceptanceMethod', acceptanceMethods],
  ['MailboxProof', mailboxProofs],
  ['RefusalCode', refusalCodes],
  ['ReviewAction', reviewActionNames],
  ['ReviewGroup', reviewGroups],
  ['ReviewKind', reviewKindNames],
  ['RichBlockKind', richBlockKinds],
  ['SignatureMethod', signatureMethods],
  ['StageDue', stageDues],
  ['TaxRounding', taxRoundings],
  ['TaxTreatment', taxTreatments],
])('%s has the words of the contract, in its order', (name, words) => {
  const type = contract.getType(name) as GraphQLEnumType;
  expect(type.getValues().map((value) => value.name)).toEqual(words);
});
