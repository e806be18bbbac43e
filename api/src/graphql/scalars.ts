import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import type { Instant } from '../db/instant.ts';
import { isLocalDate, type LocalDate } from '../domain/local-date.ts';
import { type CurrencyCode, isCurrency, type MinorUnits } from '../domain/money.ts';

/** What comes in is judged the same whether it was written into the document or sent as a variable. */
type Reading<T> = { name: string; read: (value: unknown) => T | undefined; expected: string };

const unfit = (expected: string): GraphQLError =>
  new GraphQLError(expected, { extensions: { code: 'BAD_USER_INPUT' } });

function scalar<T>({ name, read, expected }: Reading<T>): GraphQLScalarType<T, T> {
  const strictly = (value: unknown): T => {
    const result = read(value);
    if (result === undefined) throw unfit(expected);
    return result;
  };
  return new GraphQLScalarType<T, T>({
    name,
    // A row that breaks its own form is our fault, not the caller's: no code here, so it ends as an internal one.
    serialize: (value) => {
      const result = read(value);
      if (result === undefined) throw new TypeError(`A stored value is not a ${name}`);
      return result;
    },
    parseValue: strictly,
    parseLiteral: (node) => strictly(literal(node)),
  });
}

/** `1.0`, `"5"` and `5` stay what they are: only an integer literal is a number here. */
function literal(node: ValueNode): unknown {
  if (node.kind === Kind.INT) return Number(node.value);
  return node.kind === Kind.STRING ? node.value : undefined;
}

const integer = (value: unknown): number | undefined => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return undefined;
  return value === 0 ? 0 : value; // JSON knows -0; sums and hashes must not
};

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

export const MinorUnitsScalar = scalar<MinorUnits>({
  name: 'MinorUnits',
  read: (value) => integer(value) as MinorUnits | undefined,
  expected:
    'An amount is a whole number of the smallest unit of the currency, such as cents, without a decimal point.',
});

export const QuantityMilliScalar = scalar<number>({
  name: 'QuantityMilli',
  read: integer,
  expected: 'A quantity is a whole number of thousandths: 1500 for one and a half.',
});

export const RateMilliPercentScalar = scalar<number>({
  name: 'RateMilliPercent',
  read: integer,
  expected: 'A rate is a whole number of thousandths of a percent: 10000 for 10 %.',
});

export const CurrencyCodeScalar = scalar<CurrencyCode>({
  name: 'CurrencyCode',
  read: (value) => (typeof value === 'string' && isCurrency(value) ? value : undefined),
  expected: 'A currency is the three capital letters of ISO 4217, such as AUD.',
});

export const DateScalar = scalar<LocalDate>({
  name: 'Date',
  read: (value) => (typeof value === 'string' && isLocalDate(value) ? value : undefined),
  expected: 'A date is a day of the calendar, written as 2026-11-21.',
});

export const DateTimeScalar = scalar<Instant>({
  name: 'DateTime',
  read: (value) => (typeof value === 'string' && isInstant(value) ? value : undefined),
  expected: 'An instant is written in UTC with milliseconds: 2026-11-21T08:15:30.000Z.',
});

/** The clock refuses what does not exist, such as the 31st of November, by giving another day or none. */
function isInstant(text: string): text is Instant {
  if (!dateTime.test(text)) return false;
  const milliseconds = Date.parse(text);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text;
}
