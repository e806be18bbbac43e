import { graphql, GraphQLObjectType, type GraphQLScalarType, GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  CurrencyCodeScalar,
  DateScalar,
  DateTimeScalar,
  MinorUnitsScalar,
  QuantityMilliScalar,
  RateMilliPercentScalar,
} from '../../api/src/graphql/scalars.ts';

/** A schema that gives back what it was given. */
const echo = (type: GraphQLScalarType): GraphQLSchema =>
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        echo: { type, args: { value: { type } }, resolve: (_source, { value }) => value as unknown },
      },
    }),
  });

async function asVariable(type: GraphQLScalarType, value: unknown): Promise<unknown> {
  const source = `query ($value: ${type.name}) { echo(value: $value) }`;
  const { data, errors } = await graphql({ schema: echo(type), source, variableValues: { value } });
  return errors?.[0] ?? data?.['echo'];
}

async function asLiteral(type: GraphQLScalarType, text: string): Promise<unknown> {
  const { data, errors } = await graphql({ schema: echo(type), source: `{ echo(value: ${text}) }` });
  return errors?.[0] ?? data?.['echo'];
}

const taken: [GraphQLScalarType, unknown[]][] = [
  [MinorUnitsScalar, [0, 374900, -1, 9007199254740991, -9007199254740991]],
  [QuantityMilliScalar, [1500]],
  [RateMilliPercentScalar, [8875]],
  [CurrencyCodeScalar, ['AUD', 'JPY', 'KWD']],
  [DateScalar, ['2026-11-21', '2028-02-29']],
  [DateTimeScalar, ['2026-11-21T08:15:30.000Z']],
];

const refused: [GraphQLScalarType, unknown[]][] = [
  [MinorUnitsScalar, [0.5, 9007199254740992, '374900', true, [1], {}]],
  [QuantityMilliScalar, [1.5, '1500']],
  [RateMilliPercentScalar, [8.875, '10 %']],
  [CurrencyCodeScalar, ['aud', 'AU', 'XXX1', 36, '']],
  [DateScalar, ['2026-02-29', '2026-11-31', '2026-1-2', '21.11.2026', '2026-11-21T00:00:00.000Z', 20261121]],
  [DateTimeScalar, ['2026-11-31T08:15:30.000Z', '2026-11-21T08:15:30Z', '2026-11-21', 1_795_248_930_000]],
];

describe.each(taken)('%s', (type, values) => {
  test.each(values)('takes %j as a variable and in the document', async (value) => {
    expect(await asVariable(type, value)).toBe(value);
    expect(await asLiteral(type, JSON.stringify(value))).toBe(value);
  });
});

describe.each(refused)('%s', (type, values) => {
  test.each(values)('refuses %j as a variable and in the document, in words', async (value) => {
    const words = expect.stringMatching(
      /(An amount|A quantity|A rate|A currency|A date|An instant) is /,
    ) as string;
    const error = { message: words, extensions: { code: 'BAD_USER_INPUT' } };
    expect(await asVariable(type, value)).toMatchObject(error);
    expect(await asLiteral(type, JSON.stringify(value).replace('{}', '{ a: 1 }'))).toMatchObject(error);
  });
});

test('an amount of minus nothing is nothing, because hashes tell them apart', async () => {
  expect(await asVariable(MinorUnitsScalar, -0)).toBe(0);
});

test('a stored value that breaks its own form is not told to the caller as a mistake of theirs', async () => {
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: { day: { type: DateScalar, resolve: () => 'yesterday' } },
    }),
  });
  const { errors } = await graphql({ schema, source: '{ day }' });
  expect(errors?.[0]?.extensions).toEqual({});
});
