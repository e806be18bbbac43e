import { describe, expect, test } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { may, type StaffRole } from '../../api/src/domain/permission.ts';
import {
  approvalProblem,
  canBecome,
  isExpired,
  quoteActions,
  quoteStatuses,
  quoteTransitions,
  type QuoteStatus,
} from '../../api/src/domain/quote.ts';
import { aDraft, aLine, anOption } from '../support/builders.ts';

const lastDay = localDate('2026-11-30');
const dayAfter = localDate('2026-12-01');

describe('the life of a quote', () => {
  test('reaches every status from a draft', () => {
    const reached = new Set<QuoteStatus>(['DRAFT']);
    for (const status of reached) for (const next of quoteTransitions[status]) reached.add(next);
    expect([...reached].toSorted()).toEqual([...quoteStatuses].toSorted());
  });

  test('allows four steps and no others', () => {
    const steps = quoteStatuses.flatMap((from) =>
      quoteStatuses.filter((to) => canBecome(from, to)).map((to) => `${from} to ${to}`),
    );
    expect(steps).toEqual(['DRAFT to OPEN', 'DRAFT to CANCELED', 'OPEN to ACCEPTED', 'OPEN to CANCELED']);
  });

  test('ends for an open quote after its last valid day', () => {
    expect(isExpired({ status: 'OPEN', validUntil: lastDay }, lastDay)).toBe(false);
    expect(isExpired({ status: 'OPEN', validUntil: lastDay }, dayAfter)).toBe(true);
  });

  test('does not expire for one that is signed, withdrawn or not sent', () => {
    for (const status of ['ACCEPTED', 'CANCELED', 'DRAFT'] as const) {
      expect(isExpired({ status, validUntil: lastDay, cancelReason: null }, dayAfter)).toBe(false);
    }
    expect(isExpired({ status: 'CANCELED', validUntil: lastDay, cancelReason: 'WITHDRAWN' }, dayAfter)).toBe(
      false,
    );
    expect(isExpired({ status: 'CANCELED', validUntil: lastDay, cancelReason: 'EXPIRED' }, dayAfter)).toBe(
      true,
    );
  });
});

describe('what staff can do with a quote', () => {
  const actions = (status: QuoteStatus, role: StaffRole) =>
    quoteActions({ status }, (permission) => may(role, permission));

  test('depends on where it stands', () => {
    expect(actions('DRAFT', 'OWNER')).toEqual(['EDIT', 'APPROVE', 'CANCEL']);
    expect(actions('OPEN', 'OWNER')).toEqual(['CANCEL']);
    expect(actions('ACCEPTED', 'OWNER')).toEqual([]);
    expect(actions('CANCELED', 'OWNER')).toEqual([]);
  });

  test('depends on who they are', () => {
    expect(actions('DRAFT', 'STAFF')).toEqual(['EDIT']);
    expect(actions('OPEN', 'STAFF')).toEqual([]);
    expect(actions('DRAFT', 'BOOKKEEPER')).toEqual([]);
  });
});

describe('a draft', () => {
  test('can be approved when it is complete, also on its last valid day', () => {
    expect(approvalProblem(aDraft(), lastDay)).toBeNull();
  });

  test.each([
    ['without a title', { title: ' ' }, 'QUOTE_INCOMPLETE', 'title'],
    ['without lines', { lines: [] }, 'QUOTE_INCOMPLETE', 'lines'],
    ['without stages', { stages: [] }, 'QUOTE_INCOMPLETE', 'stages'],
    ['without the address of the customer', { customer: { address: [' '] } }, 'QUOTE_INCOMPLETE', null],
    ['of 99 %', { stages: [{ share: 99_000, due: 'ON_SIGNING' as const }] }, 'STAGES_INVALID', 'stages'],
    ['that is free', { lines: [aLine({ unitPrice: minor(0) })] }, 'STAGES_INVALID', 'stages'],
    [
      'too dear to compute',
      { lines: [aLine({ quantity: 1e9, unitPrice: minor(1e12) })] },
      'INPUT_INVALID',
      'lines',
    ],
    [
      'with an option too dear',
      { options: [anOption({ price: minor(2 ** 53 - 1) })] },
      'INPUT_INVALID',
      'lines',
    ],
  ])('cannot be approved %s', (_, changes, code, field) => {
    expect(approvalProblem(aDraft(changes), lastDay)).toMatchObject({ refusal: true, code, field });
  });

  test('cannot be approved after its last valid day', () => {
    expect(approvalProblem(aDraft(), dayAfter)).toEqual({
      refusal: true,
      code: 'QUOTE_EXPIRED',
      message: 'The last valid day, 30 November 2026, has passed. Please set a later one.',
      field: 'validUntil',
    });
  });
});
