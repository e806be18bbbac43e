import {
  type GraphQLSchema,
  introspectionFromSchema,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { resolvers } from '../../api/src/graphql/resolvers.ts';
import { buildServedSchema, mirrorOf } from '../../api/src/graphql/schema.ts';
import { ContactInput, CustomerInput } from '../../api/src/customers/customer-input.type.ts';
import { ConfirmManualPaymentInput } from '../../api/src/payments/payment.type.ts';
import { ClaimManualPaymentInput, StartPaymentInput } from '../../api/src/portal/portal-input.type.ts';
import { QuoteInput } from '../../api/src/quotes/quote-input.type.ts';
import { contract, contractSchema } from './contract.ts';

/** Shape only: sorted and without descriptions, because prose lives in the SDL alone. */
const shape = (schema: GraphQLSchema): string =>
  print(
    visit(parse(printSchema(lexicographicSortSchema(schema))), {
      enter: (node) =>
        'description' in node && node.description ? { ...node, description: undefined } : undefined,
    }),
  );

describe('the classes and the contract', () => {
  test('the classes implement exactly the committed schema', () => {
    expect(shape(mirrorOf(resolvers))).toBe(shape(contractSchema));
  });

  test('what is served is the committed schema with every word of it', () => {
    const served = introspectionFromSchema(lexicographicSortSchema(buildServedSchema(resolvers, contract)));
    const { __schema: written } = introspectionFromSchema(lexicographicSortSchema(contractSchema));
    expect(served.__schema.types).toEqual(written.types);
  });

  test('a class that answers what the contract lacks stops the start', () => {
    const smaller = contract.replace(/ {2}"[^"]*"\n {2}timeline: .*\n/, '');
    expect(smaller).not.toBe(contract);
    expect(() => buildServedSchema(resolvers, smaller)).toThrow('Quote.timeline');
  });

  test('what a caller leaves out of an input arrives as null, and is no default that the contract would show', () => {
    expect({ ...new CustomerInput() }).toEqual({
      prefix: null,
      invoiceHold: null,
      currency: null,
      language: null,
      paymentTermsDays: null,
      accountManagerId: null,
    });
    expect({ ...new ContactInput() }).toEqual({ id: null });
    expect({ ...new QuoteInput() }).toEqual({
      discount: null,
      effectiveDate: null,
      mailboxProof: null,
      paymentTermsDays: null,
      taxRounding: null,
    });
    expect({ ...new ConfirmManualPaymentInput() }).toEqual({ paymentId: null, asCredit: null });
    expect({ ...new StartPaymentInput() }).toEqual({ invoiceNumber: null });
    expect({ ...new ClaimManualPaymentInput() }).toEqual({ invoiceNumber: null });
  });
});
