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

  test('a class that has what the contract lacks stops the start', () => {
    const smaller = contract.replace('canIssue: Boolean!', '');
    expect(smaller).not.toBe(contract);
    const without = contract.replace(/\n {2}"One quote\."\n {2}quote\([^)]*\): Quote!/, '');
    expect(without).not.toBe(contract);
    expect(() => buildServedSchema(resolvers, without)).toThrow('Query.quote');
  });
});
