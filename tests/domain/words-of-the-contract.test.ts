import { readdirSync, readFileSync } from 'node:fs';
import { buildASTSchema, type GraphQLEnumType, parse } from 'graphql';
import { expect, test } from 'vitest';
import { invoiceStatuses } from '../../api/src/domain/invoice.ts';
import { paymentLogKinds, paymentMethods, paymentStatuses } from '../../api/src/domain/payment.ts';
import { permissions, staffRoles } from '../../api/src/domain/permission.ts';
import { quoteActionNames, quoteCancelReasons, quoteStatuses } from '../../api/src/domain/quote.ts';
import { refusalCodes } from '../../api/src/domain/refusal.ts';
import { richBlockKinds } from '../../api/src/domain/rich-text.ts';
import { signatureMethods } from '../../api/src/domain/signature.ts';
import { stageDues } from '../../api/src/domain/stages.ts';

const folder = new URL('../../schema/', import.meta.url);
const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
const contract = buildASTSchema(parse(texts.join('\n')));

test.each([
  ['InvoiceStatus', invoiceStatuses],
  ['PaymentLogKind', paymentLogKinds],
  ['PaymentMethod', paymentMethods],
  ['PaymentStatus', paymentStatuses],
  ['Permission', permissions],
  ['StaffRole', staffRoles],
  ['QuoteAction', quoteActionNames],
  ['QuoteCancelReason', quoteCancelReasons],
  ['QuoteStatus', quoteStatuses],
  ['RefusalCode', refusalCodes],
  ['RichBlockKind', richBlockKinds],
  ['SignatureMethod', signatureMethods],
  ['StageDue', stageDues],
])('%s has the words of the contract, in its order', (name, words) => {
  const type = contract.getType(name) as GraphQLEnumType;
  expect(type.getValues().map((value) => value.name)).toEqual(words);
});
