import { isEnumType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { paymentStatuses, paymentTransitions } from '../../api/src/domain/payment.ts';
import { quoteStatuses, quoteTransitions } from '../../api/src/domain/quote.ts';
import { refusalCodes } from '../../api/src/domain/refusal.ts';
import { contractSchema } from './contract.ts';

function wordsOf(name: string): string[] {
  const type = contractSchema.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is no enum of the contract`);
  return type.getValues().map((value) => value.name);
}

/** Every status that something can get to from one of the starts. */
function reachable(
  transitions: Readonly<Record<string, readonly string[]>>,
  starts: readonly string[],
): string[] {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let status = waiting.pop(); status !== undefined; status = waiting.pop()) {
    if (reached.has(status)) continue;
    reached.add(status);
    waiting.push(...(transitions[status] ?? []));
  }
  return [...reached].sort();
}

const finalIn = (transitions: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.keys(transitions).filter((status) => transitions[status]?.length === 0);

test('the domain turns down for exactly the reasons that the contract explains', () => {
  expect([...refusalCodes].sort()).toEqual(wordsOf('RefusalCode').sort());
});

describe('the life of a quote', () => {
  test('knows the statuses of the contract', () => {
    expect(Object.keys(quoteTransitions)).toEqual(wordsOf('QuoteStatus'));
    expect([...quoteStatuses]).toEqual(wordsOf('QuoteStatus'));
  });
  test('begins as a draft, reaches every status, and ends accepted or canceled', () => {
    expect(reachable(quoteTransitions, ['DRAFT'])).toEqual([...quoteStatuses].sort());
    expect(finalIn(quoteTransitions)).toEqual(['ACCEPTED', 'CANCELED']);
  });
});

describe('the life of a payment', () => {
  test('knows the statuses of the contract', () => {
    expect(Object.keys(paymentTransitions)).toEqual(wordsOf('PaymentStatus'));
    expect([...paymentStatuses]).toEqual(wordsOf('PaymentStatus'));
  });
  test('begins at the provider or as a claim, reaches every status, and never leaves confirmed money', () => {
    expect(reachable(paymentTransitions, ['STARTED', 'CLAIMED'])).toEqual([...paymentStatuses].sort());
    expect(finalIn(paymentTransitions)).toEqual(['CONFIRMED', 'REJECTED']);
  });
});
